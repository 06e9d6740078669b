package dev.voxpop.analysis.uncertainty;

import java.util.Arrays;

/**
 * The difference of one metric between two arms.
 *
 * @param first id of an arm
 * @param second id of the arm that is subtracted
 * @param value first − second
 * @param p two-sided bootstrap p-value; NaN when noise-limited or absent
 * @param adjusted Holm over the pairs of one metric
 */
public record ArmDifference(
    String metric,
    String first,
    String second,
    double value,
    Interval interval,
    double p,
    double adjusted,
    Pairing pairing) {

  /** What two arms have in common. */
  public enum Pairing {
    /** The same people behind both. */
    COMMON_PEOPLE,
    /** The same stories or personas in both. */
    COMMON_PERSONAS,
    /** Nothing. */
    INDEPENDENT
  }

  /** p = min(1, 2 · min(#{Δ* ≤ 0} + 1, #{Δ* ≥ 0} + 1) / (B + 1)). */
  public static double pValue(double[] rounds) {
    double[] present = Arrays.stream(rounds).filter(value -> !Double.isNaN(value)).toArray();
    long below = Arrays.stream(present).filter(value -> value <= 0).count();
    long above = Arrays.stream(present).filter(value -> value >= 0).count();
    return Math.min(1, 2.0 * (Math.min(below, above) + 1) / (present.length + 1));
  }

  ArmDifference adjustedTo(double other) {
    return new ArmDifference(metric, first, second, value, interval, p, other, pairing);
  }
}
