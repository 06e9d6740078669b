package dev.voxpop.survey.answer;

import dev.voxpop.instrument.item.Band;

/**
 * A half-open interval of numbers [low, high), without end where a bound is infinite.
 *
 * @param low smallest number inside
 * @param high smallest number above that is outside
 */
record Interval(double low, double high) {

  /** One number. */
  static Interval point(double value) {
    return closed(value, value);
  }

  /** All numbers from one to another, both inside. */
  static Interval closed(double low, double high) {
    return new Interval(low, Math.nextUp(high));
  }

  /** All numbers below one. */
  static Interval below(double value) {
    return new Interval(Double.NEGATIVE_INFINITY, value);
  }

  /** A number and all below it. */
  static Interval atMost(double value) {
    return new Interval(Double.NEGATIVE_INFINITY, Math.nextUp(value));
  }

  /** A number and all above it. */
  static Interval atLeast(double value) {
    return new Interval(value, Double.POSITIVE_INFINITY);
  }

  /** All numbers above one. */
  static Interval above(double value) {
    return new Interval(Math.nextUp(value), Double.POSITIVE_INFINITY);
  }

  /** Whether a number lies both here and in the band. */
  boolean touches(Band band) {
    return low < band.high() && band.low() < high;
  }
}
