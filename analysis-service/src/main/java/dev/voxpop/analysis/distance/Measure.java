package dev.voxpop.analysis.distance;

/** A distance between two distributions of one question. */
public enum Measure {
  /** Wasserstein-1 on the declared positions. */
  EMD("emd"),
  /** Wasserstein-1 divided by the span of the positions. */
  EMD_NORMALISED("emdNormalised"),
  /** Total variation. */
  TV("tv");

  private final String key;

  Measure(String key) {
    this.key = key;
  }

  /** The name in files. */
  public String key() {
    return key;
  }
}
