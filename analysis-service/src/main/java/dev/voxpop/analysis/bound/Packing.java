package dev.voxpop.analysis.bound;

/**
 * How many iterations share one word: their sums lie side by side in fields of so many bits.
 *
 * <p>Adding two words adds all their fields as long as no field overflows, so plain arithmetic on
 * words does the work of vector instructions. Sums that outgrow a field go to fields of twice the
 * width.
 */
enum Packing {
  /** Eight iterations a word. */
  BYTES(8),
  /** Four iterations a word. */
  SHORTS(16),
  /** Two iterations a word. */
  INTS(32);

  private final int bits;

  Packing(int bits) {
    this.bits = bits;
  }

  /** Bits of a field. */
  int bits() {
    return bits;
  }

  /** Iterations in a word. */
  int lanes() {
    return Long.SIZE / bits;
  }

  /** The largest number in a field. */
  long capacity() {
    return (1L << bits) - 1;
  }

  /** The first of each two fields. */
  long mask() {
    return bits == Integer.SIZE ? capacity() : spread(2 * bits) * capacity();
  }

  /** Whether a field holds each weight and a field of twice the width their sum. */
  boolean holds(WholeWeights weights) {
    long sums = bits == Integer.SIZE ? Long.MAX_VALUE : (1L << (2 * bits)) - 1;
    return weights.largest() <= capacity() && weights.total() <= sums;
  }

  /** By pattern of bits, a word with 1 in the field of each bit that is set. */
  long[] spreads() {
    long[] spreads = new long[1 << lanes()];
    for (int pattern = 0; pattern < spreads.length; pattern++) {
      for (int lane = 0; lane < lanes(); lane++) {
        spreads[pattern] |= (pattern >>> lane & 1L) << (lane * bits);
      }
    }
    return spreads;
  }

  private static long spread(int distance) {
    long ones = 0;
    for (int at = 0; at < Long.SIZE; at += distance) {
      ones |= 1L << at;
    }
    return ones;
  }
}
