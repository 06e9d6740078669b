package dev.voxpop.analysis.bound;

import java.util.Arrays;

/**
 * Sample quantiles of type 7: linear interpolation at h = (n − 1)p, as R and NumPy do by default.
 *
 * <p>R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, 1996,
 * doi:10.1080/00031305.1996.10473566.
 */
public final class Quantile {

  private Quantile() {}

  /** The quantile of unsorted values without NaN; NaN for none. */
  public static double of(double[] values, double p) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, p);
  }

  /** The quantile of ascending values; NaN for none. */
  public static double ofSorted(double[] sorted, double p) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double h = (sorted.length - 1) * p;
    int below = (int) Math.floor(h);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (h - below) * (sorted[above] - sorted[below]);
  }
}
