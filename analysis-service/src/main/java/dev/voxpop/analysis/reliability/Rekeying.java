package dev.voxpop.analysis.reliability;

/** Whether negatively worded questions are turned round before their scale is judged. */
public enum Rekeying {
  /** All questions as coded: the original pipeline. */
  NONE,
  /** Flagged questions enter as first + last position − value. */
  FLAGGED
}
