package dev.voxpop.instrument.format;

/** An optional line of a question block. */
public enum Line {
  /** The reminder to answer consistently, before the question. */
  CONSISTENCY,
  /** The list of displayed marks, after the options. */
  FORCING
}
