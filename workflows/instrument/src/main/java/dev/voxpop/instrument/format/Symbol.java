package dev.voxpop.instrument.format;

/** What marks the displayed options. */
public enum Symbol {
  /** A, B, C … */
  UPPER,
  /** a, b, c … */
  LOWER,
  /** 1, 2, 3 … */
  NUMBER
}
