package dev.voxpop.matching.assignment;

import java.util.Arrays;

/**
 * Tuples of labels as single numbers in mixed radix, first trait most significant, missing lowest.
 *
 * <p>When the radix would overflow, the codes so far are replaced by their ranks, which keeps their
 * order.
 */
final class TupleCodes {

  private static final long LIMIT = Long.MAX_VALUE / 4096;
  private static final int LARGEST_TABLE = 1 << 20;

  private TupleCodes() {}

  private static long[] of(Humans humans, int[] traits) {
    long[] codes = new long[humans.size()];
    long bound = 1;
    for (int trait : traits) {
      int radix = humans.traits().get(trait).size() + 1;
      if (bound > LIMIT / radix) {
        bound = compress(codes);
      }
      for (int human = 0; human < codes.length; human++) {
        codes[human] = codes[human] * radix + humans.label(trait, human) + 1;
      }
      bound *= radix;
    }
    return codes;
  }

  /** Returns the place of each human's tuple among the distinct ones in ascending order. */
  static Groups group(Humans humans, int[] traits) {
    long[] codes = of(humans, traits);
    long largest = 0;
    for (long code : codes) {
      largest = Math.max(largest, code);
    }
    int count = largest < LARGEST_TABLE ? rankByTable(codes, (int) largest) : (int) compress(codes);
    int[] groups = new int[codes.length];
    Arrays.setAll(groups, human -> (int) codes[human]);
    return new Groups(groups, count);
  }

  /** Which group each human belongs to. */
  static final class Groups {

    private final int[] ofHuman;
    private final int count;

    private Groups(int[] ofHuman, int count) {
      this.ofHuman = ofHuman;
      this.count = count;
    }

    /** To be read only. */
    int[] ofHuman() {
      return ofHuman;
    }

    int count() {
      return count;
    }
  }

  /** Replaces codes by their ranks and returns how many there are: no sorting of small numbers. */
  private static int rankByTable(long[] codes, int largest) {
    int[] ranks = new int[largest + 1];
    for (long code : codes) {
      ranks[(int) code] = 1;
    }
    int count = 0;
    for (int code = 0; code <= largest; code++) {
      int present = ranks[code];
      ranks[code] = count;
      count += present;
    }
    for (int human = 0; human < codes.length; human++) {
      codes[human] = ranks[(int) codes[human]];
    }
    return count;
  }

  private static long compress(long[] codes) {
    long[] distinct = Arrays.stream(codes).sorted().distinct().toArray();
    Arrays.setAll(codes, i -> Arrays.binarySearch(distinct, codes[i]));
    return distinct.length;
  }
}
