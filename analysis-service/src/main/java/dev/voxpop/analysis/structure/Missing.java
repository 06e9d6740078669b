package dev.voxpop.analysis.structure;

/** Which rows enter a matrix when cells are missing. */
public enum Missing {
  /** Rows that are complete on all questions. */
  LISTWISE,
  /** For each pair of questions, the rows complete on both, with their own means and variances. */
  PAIRWISE
}
