package dev.voxpop.instrument.format;

/** What stands around an option's symbol. */
public enum Bracket {
  /** (A) */
  ROUND,
  /** [A] */
  SQUARE,
  /** A. */
  DOT,
  /** A */
  PLAIN
}
