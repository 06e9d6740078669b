package dev.voxpop.analysis.uncertainty;

/** How the bounds of a bootstrap interval are read from its rounds. */
public enum IntervalKind {
  /** The 2.5 and 97.5 percentiles. */
  PERCENTILE("percentile"),
  /** Percentiles moved by median bias and acceleration. */
  BIAS_CORRECTED("bca");

  private final String key;

  IntervalKind(String key) {
    this.key = key;
  }

  /** The name in files. */
  public String key() {
    return key;
  }
}
