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
    double sum = 0;
    for (double value : present) {
      sum += value;
    }
    double mean = sum / present.length;
    double squares = 0;
    for (double value : present) {
      squares += (value - mean) * (value - mean);
    }
    double sd = present.length < 2 ? Double.NaN : Math.sqrt(squares / (present.length - 1));
    return new Spread(
        mean, sd, Quantile.of(present, 0.025), Quantile.of(present, 0.975), present.length);
  }
}
