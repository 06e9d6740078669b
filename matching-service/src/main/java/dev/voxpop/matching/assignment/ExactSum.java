package dev.voxpop.matching.assignment;

/** A running sum of products of whole numbers in 128 bits. */
final class ExactSum {

  private long high;
  private long low;

  void add(long factor, int times) {
    long part = factor * times;
    low += part;
    high += Math.multiplyHigh(factor, times) + (Long.compareUnsigned(low, part) < 0 ? 1 : 0);
  }

  /** Returns the double next to the sum, up to one rounding of each half. */
  double value() {
    double unsigned = (low >>> 1) * 2.0 + (low & 1);
    return high * 0x1p64 + unsigned;
  }
}
