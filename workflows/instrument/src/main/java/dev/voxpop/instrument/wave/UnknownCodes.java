package dev.voxpop.instrument.wave;

/** What a code in the human data that the wave does not declare means. */
public enum UnknownCodes {
  /** The data are refused. */
  FAIL,
  /** The value is missing. */
  MISSING
}
