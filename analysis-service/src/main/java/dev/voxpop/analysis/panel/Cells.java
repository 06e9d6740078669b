package dev.voxpop.analysis.panel;

/** The values a cell can hold: an option index from 0, or one of these. */
public final class Cells {

  /** Nothing was answered. */
  public static final int MISSING = -1;

  /** The respondent declined to answer. */
  public static final int REFUSED = -2;

  private Cells() {}
}
