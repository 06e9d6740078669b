package dev.voxpop.analysis.bound;

import dev.voxpop.analysis.draw.Draws;

/**
 * Random halves of n people: ⌊n/2⌋ ones among n bits, every half equally likely.
 *
 * <p>Random bits, then single bits at random places are flipped until the number of ones is exact.
 * The half of iteration b depends on (seed, b) only. O(n/64 + √n).
 */
public final class Halves {

  private static final long STREAM = 7;
  private static final int LEAST_STRIDE = 1024;

  private final int people;
  private final int words;
  private final long stride;
  private final Draws draws;

  /** Halves of {@code people} people. */
  public Halves(int people, long seed) {
    this.people = people;
    this.words = (people + 63) / 64;
    this.stride = Math.max(LEAST_STRIDE, 4L * Integer.highestOneBit(Math.max(1, words)));
    this.draws = new Draws(seed, STREAM);
  }

  /** Number of people. */
  public int people() {
    return people;
  }

  /** Bit i mod 64 of word ⌊i/64⌋ says whether person i is in half 1 of this iteration. */
  public long[] of(long iteration) {
    long[] bits = new long[words];
    int ones = 0;
    for (int w = 0; w < words; w++) {
      bits[w] = draws.value(stride * iteration + w) & mask(w);
      ones += Long.bitCount(bits[w]);
    }
    long next = stride * iteration + words;
    for (int surplus = ones - people / 2; surplus != 0; next++) {
      int person = draws.below(next, people);
      boolean set = (bits[person >> 6] >>> person & 1) == 1;
      if (set == surplus > 0) {
        bits[person >> 6] ^= 1L << person;
        surplus += set ? -1 : 1;
      }
    }
    return bits;
  }

  private long mask(int word) {
    int used = people - 64 * word;
    return used >= 64 ? -1L : (1L << used) - 1;
  }
}
