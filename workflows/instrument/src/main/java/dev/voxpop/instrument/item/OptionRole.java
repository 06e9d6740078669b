package dev.voxpop.instrument.item;

/** What choosing an option means. */
public enum OptionRole {
  /** A value of the scale. */
  SUBSTANTIVE,
  /** The wish not to answer. */
  REFUSAL,
  /** The reader's finding that a story does not state the trait. */
  NOT_MENTIONED
}
