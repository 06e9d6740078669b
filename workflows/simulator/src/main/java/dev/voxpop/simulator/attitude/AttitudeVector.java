package dev.voxpop.simulator.attitude;

import dev.voxpop.simulator.chance.Dice;

/**
 * A point or a direction in the space of attitudes: caution, nature, novelty, sharing, order,
 * roots.
 */
public final class AttitudeVector {
  /** The number of dimensions. */
  public static final int DIMENSIONS = 6;

  private final double[] values;

  private AttitudeVector(double[] values) {
    this.values = values;
  }

  /** The vector with these values. */
  public static AttitudeVector of(double... values) {
    if (values.length != DIMENSIONS) {
      throw new IllegalArgumentException(
          values.length
              + " values instead of "
              + DIMENSIONS
              + ".\nMaybe a data row has a column too few.");
    }
    return new AttitudeVector(values.clone());
  }

  /** The origin: the mean of the population. */
  public static AttitudeVector zero() {
    return new AttitudeVector(new double[DIMENSIONS]);
  }

  /** A direction drawn uniformly. */
  public static AttitudeVector direction(Dice dice) {
    double[] values = new double[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      values[i] = dice.normal();
    }
    return new AttitudeVector(values).unit();
  }

  /** The value in a dimension. */
  public double get(int dimension) {
    return values[dimension];
  }

  /** The inner product. */
  public double dot(AttitudeVector other) {
    double sum = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      sum += values[i] * other.values[i];
    }
    return sum;
  }

  /** This plus a multiple of another one. */
  public AttitudeVector plus(AttitudeVector other, double factor) {
    double[] sum = values.clone();
    for (int i = 0; i < DIMENSIONS; i++) {
      sum[i] += factor * other.values[i];
    }
    return new AttitudeVector(sum);
  }

  /** A multiple. */
  public AttitudeVector times(double factor) {
    return zero().plus(this, factor);
  }

  /** The Euclidean length. */
  public double length() {
    return Math.sqrt(dot(this));
  }

  /** The same direction with length one; the origin stays where it is. */
  public AttitudeVector unit() {
    double length = length();
    return length < 1e-9 ? this : times(1 / length);
  }
}
