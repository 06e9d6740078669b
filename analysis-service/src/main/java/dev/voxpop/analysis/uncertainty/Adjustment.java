package dev.voxpop.analysis.uncertainty;

import java.util.List;

/** How p-values over several groups are adjusted. */
public enum Adjustment {
  /** Family-wise error. */
  HOLM("holm"),
  /** False discovery rate. */
  BENJAMINI_HOCHBERG("benjamini-hochberg");

  private final String key;

  Adjustment(String key) {
    this.key = key;
  }

  /** The name in files. */
  public String key() {
    return key;
  }

  /** Adjusted values in the order given; NaN stays NaN and is not counted. */
  public List<Double> adjust(List<Double> p) {
    return switch (this) {
      case HOLM -> Holm.adjust(p);
      case BENJAMINI_HOCHBERG -> BenjaminiHochberg.adjust(p);
    };
  }
}
