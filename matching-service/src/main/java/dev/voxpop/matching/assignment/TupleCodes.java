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

  private TupleCodes() {}

  static long[] of(Humans humans, int[] traits) {
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

  private static long compress(long[] codes) {
    long[] distinct = Arrays.stream(codes).sorted().distinct().toArray();
    Arrays.setAll(codes, i -> Arrays.binarySearch(distinct, codes[i]));
    return distinct.length;
  }
}
