package dev.voxpop.instrument.format;

/** What stands before a question block. */
public enum Preceding {
  /** Nothing: the block opens the prompt. */
  NOTHING,
  /** A passage or earlier answers. */
  TEXT
}
