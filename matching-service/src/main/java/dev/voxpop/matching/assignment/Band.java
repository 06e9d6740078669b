package dev.voxpop.matching.assignment;

import java.util.Arrays;
import java.util.function.DoubleToLongFunction;

/**
 * The entries of a list whose weights lie between two bounds, taken out to be put in descending
 * order of weight, equal weights by rank; for use by one thread, again and again.
 *
 * <p>The upper bits of a weight and the entry's place make one number, so that the library sorts
 * plain numbers, much faster than pairs. Weights that differ in their lowest bits only, and bands
 * of more entries than a place has room for, are then put in order by counting.
 */
final class Band {

  private static final int SAMPLE = 16;
  private static final int PLACE_BITS = 12;
  private static final int MOST = 1 << PLACE_BITS;

  /** A weight has 62 bits; with the sign, 52 are left beside the place. */
  private static final int DROPPED = 11;

  private int[] personas = new int[256];
  private long[] weights = new long[256];
  private int[] otherPersonas = new int[256];
  private long[] otherWeights = new long[256];
  private long[] packed = new long[256];
  private int size;

  /**
   * Returns a weight such that about so many weights lie from there up to, but without, a bound,
   * and at least one; zero if the sample has none. Weights are given by their bits.
   */
  static long bound(long[] weights, int count, long below, int wanted) {
    long[] sample = new long[SAMPLE + 1];
    int found = 0;
    for (int i = 0; i < SAMPLE; i++) {
      long weight = weights[(int) ((2L * i + 1) * count / (2 * SAMPLE))];
      sample[found] = weight;
      found += weight < below ? 1 : 0;
    }
    if (found == 0) {
      return 0;
    }
    Arrays.sort(sample, 0, found);
    return sample[found - 1 - (int) Math.min(found - 1, (long) wanted * SAMPLE / count)];
  }

  /**
   * Takes the entries from one weight up to, but without, another, and returns how many. Both
   * differences are negative for those entries only; their signs spare a branch that would be
   * mispredicted at every tenth entry.
   */
  int take(int[] ids, long[] bits, int count, long least, long below) {
    if (weights.length <= count) {
      grow(2 * count);
    }
    int taken = 0;
    for (int i = 0; i < count; i++) {
      long weight = bits[i];
      weights[taken] = weight;
      personas[taken] = ids[i];
      taken += (int) ((least - 1 - weight & weight - below) >>> (Long.SIZE - 1));
    }
    size = taken;
    return taken;
  }

  private void grow(int capacity) {
    personas = new int[capacity];
    weights = new long[capacity];
    otherPersonas = new int[capacity];
    otherWeights = new long[capacity];
    packed = new long[capacity];
  }

  /** Puts the entries in order. */
  void sort() {
    if (size > MOST) {
      count(0, size);
    } else {
      sortByUpperBits();
    }
    for (int from = 0, to; from < size; from = to) {
      to = from + 1;
      while (to < size && weights[to] == weights[from]) {
        to++;
      }
      if (to - from > 1) {
        Arrays.sort(personas, from, to);
      }
    }
  }

  private void sortByUpperBits() {
    for (int i = 0; i < size; i++) {
      packed[i] = -(weights[i] >>> DROPPED) << PLACE_BITS | i;
    }
    Arrays.sort(packed, 0, size);
    for (int i = 0; i < size; i++) {
      int place = (int) packed[i] & (MOST - 1);
      otherPersonas[i] = personas[place];
      otherWeights[i] = weights[place];
    }
    swap();
    for (int from = 0, to; from < size; from = to) {
      boolean ordered = true;
      to = from + 1;
      while (to < size && weights[to] >>> DROPPED == weights[from] >>> DROPPED) {
        ordered &= weights[to] <= weights[to - 1];
        to++;
      }
      if (!ordered) {
        count(from, to);
      }
    }
  }

  /** Puts a range in descending order: each entry goes where the sorted weights say. */
  private void count(int from, int to) {
    long[] ascending = Arrays.copyOfRange(weights, from, to);
    Arrays.sort(ascending);
    int[] filled = new int[ascending.length];
    for (int i = from; i < to; i++) {
      int first = first(ascending, weights[i]);
      int place = to - 1 - first - filled[first]++;
      otherPersonas[place] = personas[i];
      otherWeights[place] = weights[i];
    }
    System.arraycopy(otherPersonas, from, personas, from, to - from);
    System.arraycopy(otherWeights, from, weights, from, to - from);
  }

  private static int first(long[] ascending, long weight) {
    int low = 0;
    int high = ascending.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < weight) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void swap() {
    int[] ids = personas;
    personas = otherPersonas;
    otherPersonas = ids;
    long[] bits = weights;
    weights = otherWeights;
    otherWeights = bits;
  }

  /** Copies the first entries to the beginning of two arrays. */
  void copyTo(int[] ids, long[] bits, int count) {
    System.arraycopy(personas, 0, ids, 0, count);
    System.arraycopy(weights, 0, bits, 0, count);
  }

  /** Copies all entries to a place in two arrays, weights as their whole-number values. */
  void copyTo(int[] ids, long[] values, int from, DoubleToLongFunction value) {
    System.arraycopy(personas, 0, ids, from, size);
    for (int i = 0; i < size; i++) {
      values[from + i] = value.applyAsLong(Double.longBitsToDouble(weights[i]));
    }
  }
}
