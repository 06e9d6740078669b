package dev.voxpop.analysis.uncertainty;

import dev.voxpop.analysis.bound.Quantile;
import dev.voxpop.analysis.bound.Spread;
import java.util.Arrays;

/**
 * A bootstrap interval of a number.
 *
 * <p>Distances are biased upward by sampling and cannot fall below zero, so near the noise floor
 * percentile intervals do not cover. An interval whose bias exceeds a quarter of its standard error
 * is therefore marked and is not called a 95 % interval.
 *
 * @param low 2.5 percentile of the rounds, or the bias-corrected one; for Frobenius √max(0, 2D² −
 *     q₀.₉₇₅(D*²))
 * @param high 97.5 percentile, or the bias-corrected one; for Frobenius √max(0, 2D² − q₀.₀₂₅(D*²))
 * @param standardError standard deviation of the rounds
 * @param bias mean of the rounds minus the value
 * @param limit whether sampling noise drowns the number
 */
public record Interval(double low, double high, double standardError, double bias, Limit limit) {

  /** Whether an interval may be read as covering the truth. */
  public enum Limit {
    /** Ordinary 95 % interval. */
    NONE,
    /** The bias exceeds a quarter of the standard error. */
    NOISE,
    /** Too few rounds had a value. */
    ABSENT
  }

  /** No interval. */
  public static final Interval ABSENT =
      new Interval(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Limit.ABSENT);

  private static final double TAIL = 0.025;

  /** The percentile interval of a value with its rounds. */
  public static Interval percentile(double value, double[] rounds) {
    double[] sorted = sorted(rounds);
    return of(value, sorted, Quantile.ofSorted(sorted, TAIL), Quantile.ofSorted(sorted, 1 - TAIL));
  }

  /** The interval of a Euclidean matrix distance, turned round on the squared scale. */
  public static Interval squared(double value, double[] rounds) {
    double[] sorted = sorted(rounds);
    double[] squares = Arrays.stream(sorted).map(distance -> distance * distance).toArray();
    double upper = Quantile.ofSorted(squares, 1 - TAIL);
    double lower = Quantile.ofSorted(squares, TAIL);
    return of(
        value,
        sorted,
        Math.sqrt(Math.max(0, 2 * value * value - upper)),
        Math.sqrt(Math.max(0, 2 * value * value - lower)));
  }

  /** The bias-corrected accelerated interval of a value with its rounds. */
  public static Interval biasCorrected(double value, double[] rounds, double acceleration) {
    double[] sorted = sorted(rounds);
    BiasCorrected bounds = BiasCorrected.of(value, sorted, acceleration);
    return of(value, sorted, bounds.low(), bounds.high());
  }

  /** Whether the interval exists. */
  public boolean present() {
    return limit != Limit.ABSENT;
  }

  /** Whether the interval exists and carries the mark. */
  public boolean noiseLimited() {
    return limit == Limit.NOISE;
  }

  private static Interval of(double value, double[] sorted, double low, double high) {
    if (Double.isNaN(value) || sorted.length < 2) {
      return ABSENT;
    }
    double mean = Spread.mean(sorted);
    double sd = Spread.sd(sorted, mean);
    double bias = mean - value;
    Limit limit = Math.abs(bias) > sd / 4 ? Limit.NOISE : Limit.NONE;
    return new Interval(low, high, sd, bias, limit);
  }

  private static double[] sorted(double[] rounds) {
    return Arrays.stream(rounds).filter(value -> !Double.isNaN(value)).sorted().toArray();
  }
}
