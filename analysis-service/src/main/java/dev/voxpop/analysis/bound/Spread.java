package dev.voxpop.analysis.bound;

import java.util.Arrays;

/**
 * How a number varied over repetitions: a spread, not a confidence interval.
 *
 * @param mean NaN when no repetition had a value
 * @param sd standard deviation with divisor n − 1; NaN for fewer than two
 * @param p025 2.5 percentile
 * @param p975 97.5 percentile
 * @param n repetitions that had a value
 */
public record Spread(double mean, double sd, double p025, double p975, int n) {

  /** Summary of values in order; NaN values are left out. */
  public static Spread of(double[] values) {
    double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    double mean = mean(present);
    double sd = sd(present, mean);
    Arrays.sort(present);
    return new Spread(
        mean,
        sd,
        Quantile.ofSorted(present, 0.025),
        Quantile.ofSorted(present, 0.975),
        present.length);
  }

  /** Mean of values without NaN; NaN for none. */
  public static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Standard deviation with divisor n − 1 about a known mean; NaN for fewer than two values. */
  public static double sd(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
  }
}
