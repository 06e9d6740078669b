package dev.voxpop.simulator.attitude;

import dev.voxpop.simulator.chance.Dice;

/**
 * A normal belief about one person's attitude vector, updated by noisy looks along directions (the
 * Kalman update with one measurement: gain k = Σd / (dᵀΣd + σ²), μ ← μ + k (value − dᵀμ), Σ ← Σ − k
 * dᵀΣ). Immutable; an update is O(36).
 */
public final class AttitudeBelief {
  private static final int N = AttitudeVector.DIMENSIONS;

  private final AttitudeVector mean;
  private final double[] covariance;

  private AttitudeBelief(AttitudeVector mean, double[] covariance) {
    this.mean = mean;
    this.covariance = covariance;
  }

  /** A belief with independent dimensions. */
  public static AttitudeBelief independent(AttitudeVector mean, AttitudeVector variances) {
    double[] covariance = new double[N * N];
    for (int i = 0; i < N; i++) {
      covariance[i * N + i] = variances.get(i);
    }
    return new AttitudeBelief(mean, covariance);
  }

  /** The expected attitude. */
  public AttitudeVector mean() {
    return mean;
  }

  /** The variance along a direction. */
  public double variance(AttitudeVector direction) {
    return spread(direction).dot(direction);
  }

  /**
   * The belief after a look along a direction that showed a value, with this variance of the look's
   * own error.
   */
  public AttitudeBelief observe(AttitudeVector direction, double value, double noise) {
    AttitudeVector spread = spread(direction);
    double total = spread.dot(direction) + noise;
    AttitudeVector moved = mean.plus(spread, (value - direction.dot(mean)) / total);
    double[] reduced = covariance.clone();
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        reduced[i * N + j] -= spread.get(i) * spread.get(j) / total;
      }
    }
    return new AttitudeBelief(moved, reduced);
  }

  /**
   * An attitude drawn from the belief by its independent parts: correlations between dimensions are
   * left out.
   */
  public AttitudeVector draw(Dice dice) {
    double[] values = new double[N];
    for (int i = 0; i < N; i++) {
      values[i] = mean.get(i) + Math.sqrt(Math.max(0, covariance[i * N + i])) * dice.normal();
    }
    return AttitudeVector.of(values);
  }

  private AttitudeVector spread(AttitudeVector direction) {
    double[] product = new double[N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        product[i] += covariance[i * N + j] * direction.get(j);
      }
    }
    return AttitudeVector.of(product);
  }
}
