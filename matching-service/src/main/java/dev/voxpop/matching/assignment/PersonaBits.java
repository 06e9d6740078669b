package dev.voxpop.matching.assignment;

/** Sets of personas of one block: one bit each, in words of 64. */
final class PersonaBits {

  /** How many places beyond the last one a list of set bits may be written to. */
  static final int SPARE = 4;

  private PersonaBits() {}

  /** Sets the first so many bits and clears the others. */
  static void fill(long[] bits, int count) {
    for (int word = 0; word < bits.length; word++) {
      int left = count - word * Long.SIZE;
      bits[word] = left >= Long.SIZE ? -1L : left <= 0 ? 0 : (1L << left) - 1;
    }
  }

  /** Keeps the bits that a mask has from a word on, and returns how many there are. */
  static int and(long[] from, long[] mask, int offset, long[] to) {
    int words = Math.min(to.length, mask.length - offset);
    int count = 0;
    for (int word = 0; word < words; word++) {
      long kept = from[word] & mask[offset + word];
      to[word] = kept;
      count += Long.bitCount(kept);
    }
    return count;
  }

  static int copy(long[] from, long[] to) {
    int count = 0;
    for (int word = 0; word < to.length; word++) {
      to[word] = from[word];
      count += Long.bitCount(from[word]);
    }
    return count;
  }

  /**
   * Lists the places of the set bits among the first so many, counted from a first one, and returns
   * how many there are. Four are written for every word, whether it has them or not, because a loop
   * over the set bits of sparse words mispredicts at almost every word.
   */
  static int list(long[] bits, int first, int count, int[] places) {
    int next = 0;
    for (int word = 0; word * Long.SIZE < count; word++) {
      long left = bits[word];
      int base = first + word * Long.SIZE;
      int end = next + Long.bitCount(left);
      places[next] = base + Long.numberOfTrailingZeros(left);
      left &= left - 1;
      places[next + 1] = base + Long.numberOfTrailingZeros(left);
      left &= left - 1;
      places[next + 2] = base + Long.numberOfTrailingZeros(left);
      left &= left - 1;
      places[next + 3] = base + Long.numberOfTrailingZeros(left);
      left &= left - 1;
      for (int at = next + 4; at < end; at++) {
        places[at] = base + Long.numberOfTrailingZeros(left);
        left &= left - 1;
      }
      next = end;
    }
    return next;
  }
}
