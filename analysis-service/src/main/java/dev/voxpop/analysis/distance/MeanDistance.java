package dev.voxpop.analysis.distance;

import java.util.List;

/** Means over questions, each with the number of questions that had a value. */
public record MeanDistance(Mean emd, Mean emdNormalised, Mean tv) {

  /**
   * A mean and how many questions it is of.
   *
   * @param value NaN when no question had a value
   */
  public record Mean(double value, int questions) {}

  /** The mean of one measure. */
  public Mean get(Measure measure) {
    return switch (measure) {
      case EMD -> emd;
      case EMD_NORMALISED -> emdNormalised;
      case TV -> tv;
    };
  }

  static Mean mean(List<Distance> distances, Measure measure) {
    double sum = 0;
    int used = 0;
    for (Distance distance : distances) {
      double value = distance.get(measure);
      if (!Double.isNaN(value)) {
        sum += value;
        used++;
      }
    }
    return new Mean(used == 0 ? Double.NaN : sum / used, used);
  }
}
