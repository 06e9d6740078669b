package dev.voxpop.instrument.trait;

/** Whether a trait may be inferred from a story by a reader model. */
public enum Protection {
  /** It may. */
  OPEN,
  /** It never is. */
  PROTECTED
}
