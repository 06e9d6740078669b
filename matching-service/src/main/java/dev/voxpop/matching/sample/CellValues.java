package dev.voxpop.matching.sample;

/** What the cells of a table of human data hold. */
public enum CellValues {
  /** Numbers as the wave file declares them. */
  CODES,
  /** The exact texts of options. */
  LABELS
}
