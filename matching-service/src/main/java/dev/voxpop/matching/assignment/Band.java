package dev.voxpop.matching.assignment;

import java.util.Arrays;
import java.util.function.DoubleToLongFunction;

/**
 * The entries of a list whose weights lie between two bounds, taken out to be put in descending
 * order of weight, equal weights by rank; for use by one thread, again and again.
 *
 * <p>Entries are spread over as many places as there are entries, by how far their weights lie
 * below the largest, which leaves few at one place: those are put in order by insertion, and where
 * many are, they are spread again. O(entries) for weights that are spread evenly.
 */
final class Band {

  private static final int SAMPLE = 16;

  /** So many entries are put in order by insertion. */
  private static final int FEW = 24;

  private static final int MOST_PLACES = 1 << 14;

  private int[] personas = new int[256];
  private long[] weights = new long[256];
  private int[] otherPersonas = new int[256];
  private long[] otherWeights = new long[256];
  private int[] starts = new int[512];
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
  }

  /** Puts the entries in order. */
  void sort() {
    sort(0, size);
  }

  private void sort(int from, int to) {
    if (to - from <= FEW) {
      insert(from, to);
      return;
    }
    long least = Long.MAX_VALUE;
    long most = 0;
    for (int i = from; i < to; i++) {
      least = Math.min(least, weights[i]);
      most = Math.max(most, weights[i]);
    }
    if (least == most) {
      Arrays.sort(personas, from, to);
      return;
    }
    int places = Math.min(MOST_PLACES, 2 * Integer.highestOneBit(to - from));
    int bits = Long.SIZE - Long.numberOfLeadingZeros(most - least);
    int shift = Math.max(0, bits - Integer.numberOfTrailingZeros(places));
    if (spread(from, to, most, shift, places) <= FEW) {
      insert(from, to);
    } else {
      sortPlaces(from, to, most, shift);
    }
  }

  /** Brings entries to their places, and returns the most that one place has. */
  private int spread(int from, int to, long most, int shift, int places) {
    if (starts.length < places) {
      starts = new int[places];
    }
    int[] next = starts;
    Arrays.fill(next, 0, places, 0);
    for (int i = from; i < to; i++) {
      next[(int) ((most - weights[i]) >>> shift)]++;
    }
    int start = from;
    int largest = 0;
    for (int place = 0; place < places; place++) {
      int count = next[place];
      next[place] = start;
      start += count;
      largest = Math.max(largest, count);
    }
    for (int i = from; i < to; i++) {
      int at = next[(int) ((most - weights[i]) >>> shift)]++;
      otherPersonas[at] = personas[i];
      otherWeights[at] = weights[i];
    }
    System.arraycopy(otherPersonas, from, personas, from, to - from);
    System.arraycopy(otherWeights, from, weights, from, to - from);
    return largest;
  }

  private void sortPlaces(int from, int to, long most, int shift) {
    int start = from;
    while (start < to) {
      long place = (most - weights[start]) >>> shift;
      int end = start + 1;
      while (end < to && (most - weights[end]) >>> shift == place) {
        end++;
      }
      sort(start, end);
      start = end;
    }
  }

  private void insert(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      long weight = weights[i];
      int persona = personas[i];
      int at = i;
      while (at > from
          && (weights[at - 1] < weight
              || (weights[at - 1] == weight && personas[at - 1] > persona))) {
        weights[at] = weights[at - 1];
        personas[at] = personas[at - 1];
        at--;
      }
      weights[at] = weight;
      personas[at] = persona;
    }
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
