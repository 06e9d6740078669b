package dev.voxpop.analysis.bound;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Weights as whole numbers of a common unit, for weights that are such: equal ones, or decimals
 * with at most six places.
 *
 * <p>Shares do not depend on the unit, and sums of whole numbers have no rounding and no order.
 */
final class WholeWeights {

  private static final int PLACES = 6;
  private static final double LARGEST = 1L << 31;

  private final long[] units;

  private WholeWeights(long[] units) {
    this.units = units;
  }

  /** The weights in units; empty when they have more places, or are too large. */
  static Optional<WholeWeights> of(double[] weights) {
    if (weights.length > 0 && weights[0] > 0 && equal(weights)) {
      return Optional.of(
          new WholeWeights(LongStream.generate(() -> 1).limit(weights.length).toArray()));
    }
    double scale = 1;
    for (int places = 0; places <= PLACES; places++) {
      if (whole(weights, scale)) {
        double all = scale;
        return Optional.of(
            new WholeWeights(
                Arrays.stream(weights).mapToLong(weight -> Math.round(weight * all)).toArray()));
      }
      scale *= 10;
    }
    return Optional.empty();
  }

  /** Weight of a row in units. */
  long of(int row) {
    return units[row];
  }

  /** Sum of all weights in units. */
  long total() {
    return LongStream.of(units).sum();
  }

  /** The largest weight in units. */
  long largest() {
    return LongStream.of(units).max().orElse(0);
  }

  /** The weights as a fresh array, for kernels. */
  long[] toArray() {
    return units.clone();
  }

  /** The same as real numbers. */
  double[] toDoubles() {
    return Arrays.stream(units).asDoubleStream().toArray();
  }

  private static boolean equal(double[] weights) {
    return Arrays.stream(weights).allMatch(weight -> weight == weights[0]);
  }

  /** Whether each weight is the double nearest to a whole number divided by the scale. */
  private static boolean whole(double[] weights, double scale) {
    for (double weight : weights) {
      double units = Math.rint(weight * scale);
      if (!(units >= 0 && units < LARGEST) || units / scale != weight) {
        return false;
      }
    }
    return true;
  }
}
