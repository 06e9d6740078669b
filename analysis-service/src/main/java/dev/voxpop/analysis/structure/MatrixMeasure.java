package dev.voxpop.analysis.structure;

/** A distance between two correlation matrices. */
public enum MatrixMeasure {
  /** Euclidean distance of all cells. */
  FROBENIUS("frobenius"),
  /** Sum of absolute differences. */
  L1("l1"),
  /** One minus the cosine of the two matrices. */
  CBS("cbs");

  private final String key;

  MatrixMeasure(String key) {
    this.key = key;
  }

  /** The name in files. */
  public String key() {
    return key;
  }
}
