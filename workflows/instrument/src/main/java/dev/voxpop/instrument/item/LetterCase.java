package dev.voxpop.instrument.item;

/** Whether upper and lower case differ when an alias is looked for. */
public enum LetterCase {
  /** Upper and lower case are the same. */
  ANY,
  /** Only the case as written matches. */
  EXACT
}
