package dev.voxpop.analysis.distance;

/** Total variation: half the sum of absolute differences of shares, 0 … 1. */
public final class TotalVariation {

  private TotalVariation() {}

  /** The distance of two share vectors of one length. */
  public static double of(double[] p, double[] v) {
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      sum += Math.abs(p[k] - v[k]);
    }
    return sum / 2;
  }
}
