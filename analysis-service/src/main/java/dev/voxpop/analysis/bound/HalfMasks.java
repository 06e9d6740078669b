package dev.voxpop.analysis.bound;

/** The halves of 64 iterations, turned round: for each person a word of one bit an iteration. */
final class HalfMasks {

  private HalfMasks() {}

  /** Words by person for the iterations from {@code first} on, {@code lanes} of them. */
  static long[] of(Halves halves, long first, int lanes) {
    int words = (halves.people() + Long.SIZE - 1) / Long.SIZE;
    long[][] bits = new long[lanes][];
    for (int lane = 0; lane < lanes; lane++) {
      bits[lane] = halves.of(first + lane);
    }
    long[] masks = new long[words * Long.SIZE];
    for (int word = 0; word < words; word++) {
      for (int lane = 0; lane < lanes; lane++) {
        masks[word * Long.SIZE + lane] = bits[lane][word];
      }
      transpose(masks, word * Long.SIZE);
    }
    return masks;
  }

  /**
   * Transposes 64 × 64 bits in place by swapping ever smaller blocks.
   *
   * <p>H. S. Warren, Hacker's Delight, 2nd edition, 2012, section 7-3.
   */
  private static void transpose(long[] bits, int at) {
    long mask = 0x00000000FFFFFFFFL;
    for (int size = Long.SIZE / 2; size != 0; size >>= 1) {
      for (int k = 0; k < Long.SIZE; k = ((k | size) + 1) & ~size) {
        int low = at + k;
        int high = at + (k | size);
        long swapped = ((bits[low] >>> size) ^ bits[high]) & mask;
        bits[high] ^= swapped;
        bits[low] ^= swapped << size;
      }
      mask ^= mask << (size >> 1);
    }
  }
}
