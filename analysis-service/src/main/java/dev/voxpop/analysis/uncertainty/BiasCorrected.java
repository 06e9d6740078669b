package dev.voxpop.analysis.uncertainty;

import dev.voxpop.analysis.bound.Quantile;
import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Bias-corrected accelerated bootstrap bounds.
 *
 * <p>With z₀ = Φ⁻¹ of the share of rounds below the value (ties count half) and acceleration a, the
 * bounds are the quantiles of the rounds at Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))) for z = ±1.96. The
 * acceleration comes from leaving out one unit of either sample at a time: a = Σ U³ / (6 (Σ
 * U²)^1.5) over both samples, U = (n − 1)/n · (mean of the sample's leave-one-out values − value).
 * Equal to {@code scipy.stats.bootstrap(method = "BCa")} for the same rounds. Undefined (NaN) when
 * all rounds lie on one side of the value. O(B log B).
 *
 * <p>B. Efron, Better bootstrap confidence intervals, 1987, doi:10.1080/01621459.1987.10478410.
 */
public final class BiasCorrected {

  private static final NormalDistribution NORMAL = new NormalDistribution();
  private static final double TAIL = 0.025;

  private final double[] sorted;
  private final double shift;
  private final double acceleration;

  private BiasCorrected(double[] sorted, double shift, double acceleration) {
    this.sorted = sorted;
    this.shift = shift;
    this.acceleration = acceleration;
  }

  /** Prepares the bounds of a value. */
  public static BiasCorrected of(double value, double[] rounds, double acceleration) {
    double[] sorted = Arrays.stream(rounds).filter(r -> !Double.isNaN(r)).sorted().toArray();
    double below = 0;
    for (double round : sorted) {
      below += round < value ? 1 : round == value ? 0.5 : 0;
    }
    double share = below / sorted.length;
    double shift = share > 0 && share < 1 ? NORMAL.inverseCumulativeProbability(share) : Double.NaN;
    return new BiasCorrected(sorted, shift, acceleration);
  }

  /**
   * Acceleration from leave-one-out values of both samples; 0 when nothing varies.
   *
   * @param people value without each person
   * @param clusters value without each story
   */
  public static double acceleration(double[] people, double[] clusters) {
    double cubes = 0;
    double squares = 0;
    for (double[] sample : new double[][] {people, clusters}) {
      double[] present = Arrays.stream(sample).filter(v -> !Double.isNaN(v)).toArray();
      double mean = Arrays.stream(present).average().orElse(0);
      double scale = (present.length - 1.0) / present.length;
      for (double value : present) {
        double influence = scale * (mean - value);
        squares += influence * influence;
        cubes += influence * influence * influence;
      }
    }
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }

  /** Lower bound. */
  public double low() {
    return bound(NORMAL.inverseCumulativeProbability(TAIL));
  }

  /** Upper bound. */
  public double high() {
    return bound(NORMAL.inverseCumulativeProbability(1 - TAIL));
  }

  private double bound(double z) {
    double moved = shift + z;
    double level = shift + moved / (1 - acceleration * moved);
    return Double.isNaN(level)
        ? Double.NaN
        : Quantile.ofSorted(sorted, NORMAL.cumulativeProbability(level));
  }
}
