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
    for (int w = 0; w < words; w++) {
      bits[w] = draws.value(stride * iteration + w);
    }
    bits[words - 1] &= -1L >>> -people;
    int surplus = -(people / 2);
    for (long word : bits) {
      surplus += Long.bitCount(word);
    }
    long set = surplus > 0 ? 1 : 0;
    long next = stride * iteration + words;
    for (int left = Math.abs(surplus); left != 0; next++) {
      int person = draws.below(next, people);
      long word = bits[person >> 6];
      long flip = 1 ^ set ^ (word >>> person & 1);
      bits[person >> 6] = word ^ flip << person;
      left -= (int) flip;
    }
    return bits;
  }
}
