package dev.voxpop.instrument.wave;

/** The direction of a question's wording, for reliability. */
public enum Keying {
  /** Worded like the rest of its set. */
  STRAIGHT,
  /** Worded the other way round. */
  REVERSED
}
