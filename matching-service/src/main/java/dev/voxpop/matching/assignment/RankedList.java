package dev.voxpop.matching.assignment;

import java.util.Arrays;
import java.util.function.DoubleToLongFunction;

/**
 * The personas of one group in descending order of weight, equal weights by rank, put in order only
 * as far as somebody reads. Personas are named by their ranks.
 *
 * <p>Ordering is by quickselect in chunks that grow fourfold, each sorted when reached: O(length)
 * for the first entries, O(length · log) for all of them. Until it is in order, an entry's value is
 * the bits of its weight, which compare like the weight.
 */
final class RankedList {

  private static final int INSERTION = 12;
  private static final int FIRST_CHUNK = 16;
  private static final int FIRST_SHARE = 8;
  private static final int[] NOBODY = {};
  private static final long[] NOTHING = {};

  private int limit;
  private int[] members = NOBODY;
  private long[] values = NOTHING;
  private int size;
  private double floor;
  private int ordered;

  /** Makes an empty list that is cut to a limit whenever it is twice as long. */
  RankedList(int limit) {
    this.limit = limit;
  }

  int limit() {
    return limit;
  }

  int size() {
    return size;
  }

  /** Returns how many entries are in order. */
  int ordered() {
    return ordered;
  }

  /** Returns from which weight on the list is complete. */
  double floor() {
    return floor;
  }

  /** To be read only, valid up to {@link #ordered}. */
  int[] members() {
    return members;
  }

  /** To be read only, valid up to {@link #ordered}. */
  long[] values() {
    return values;
  }

  /** Empties the list and lets it grow longer. */
  void restart(int deeper) {
    limit = deeper;
    size = 0;
    floor = 0;
    ordered = 0;
  }

  /** Makes room for so many more entries. */
  void reserve(int more, long expected) {
    int needed = size + more;
    if (needed > members.length) {
      long growth = Math.max(expected, size == 0 ? 0 : members.length + members.length / 2L);
      int capacity = (int) Math.max(needed, Math.min(growth, Integer.MAX_VALUE / 2));
      members = Arrays.copyOf(members, capacity);
      values = Arrays.copyOf(values, capacity);
    }
  }

  /** Appends candidates that are not below the floor; there must be room. */
  void append(int[] ranks, int[] candidates, double[] weights, int count) {
    int[] ids = members;
    long[] keys = values;
    int next = size;
    for (int i = 0; i < count; i++) {
      ids[next] = ranks[candidates[i]];
      keys[next] = Double.doubleToRawLongBits(weights[i]);
      next += weights[i] >= floor ? 1 : 0;
    }
    size = next;
  }

  /** Keeps the first entries only, and refuses smaller ones from now on. */
  void cut(int keep) {
    select(0, size, keep);
    size = keep;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < keep; i++) {
      least = Math.min(least, values[i]);
    }
    floor = Double.longBitsToDouble(least);
  }

  /** Puts the list in order up to a position at least, and gives ordered entries their values. */
  void order(int position, DoubleToLongFunction key) {
    while (position >= ordered && ordered < size) {
      int from = ordered;
      int chunk = from == 0 ? Math.max(FIRST_CHUNK, limit / FIRST_SHARE) : 3 * from;
      int to = (int) Math.min(size, (long) from + chunk);
      select(from, size, to);
      sort(from, to);
      for (int i = from; i < to; i++) {
        values[i] = key.applyAsLong(Double.longBitsToDouble(values[i]));
      }
      ordered = to;
    }
  }

  /** Brings the first entries of [from, end) into [from, to), in any order. */
  private void select(int from, int end, int to) {
    int low = from;
    int high = end;
    while (low < to && to < high) {
      int split = partition(low, high, quantile(low, high, to));
      if (split >= to) {
        high = split;
      } else {
        low = split + 1;
      }
    }
  }

  private void sort(int from, int to) {
    int low = from;
    int high = to;
    while (high - low > INSERTION) {
      int split = partition(low, high, quantile(low, high, (low + high) >>> 1));
      if (split - low < high - split) {
        sort(low, split);
        low = split + 1;
      } else {
        sort(split + 1, high);
        high = split;
      }
    }
    insert(low, high);
  }

  /** Returns the place of an entry that is likely to belong near a place, from three samples. */
  private int quantile(int low, int high, int place) {
    int span = high - low;
    int first = low + span / 8;
    int second = low + span / 2;
    int third = high - 1 - span / 8;
    boolean ab = before(first, second);
    boolean bc = before(second, third);
    boolean ac = before(first, third);
    if (5L * (place - low) < span) {
      return ab ? (ac ? first : third) : (bc ? second : third);
    }
    return ab == bc ? second : ab == ac ? third : first;
  }

  /**
   * Lomuto's partition around the entry at a place, without branches: afterwards everything in
   * [low, split) comes before the entry at the split, and everything in (split, high) after it.
   */
  private int partition(int low, int high, int place) {
    int[] ids = members;
    long[] keys = values;
    swap(place, high - 1);
    long pivot = keys[high - 1];
    int pivotId = ids[high - 1];
    int split = low;
    for (int i = low; i < high - 1; i++) {
      long key = keys[i];
      int id = ids[i];
      keys[i] = keys[split];
      ids[i] = ids[split];
      keys[split] = key;
      ids[split] = id;
      int larger = (int) ((pivot - key) >>> 63);
      int equal = (int) (((key ^ pivot) - 1) >>> 63);
      split += larger | (equal & ((id - pivotId) >>> 31));
    }
    swap(split, high - 1);
    return split;
  }

  private boolean before(int a, int b) {
    return values[a] > values[b] || (values[a] == values[b] && members[a] < members[b]);
  }

  private void insert(int low, int high) {
    int[] ids = members;
    long[] keys = values;
    for (int i = low + 1; i < high; i++) {
      int id = ids[i];
      long key = keys[i];
      int j = i;
      while (j > low && (key > keys[j - 1] || (key == keys[j - 1] && id < ids[j - 1]))) {
        ids[j] = ids[j - 1];
        keys[j] = keys[j - 1];
        j--;
      }
      ids[j] = id;
      keys[j] = key;
    }
  }

  private void swap(int a, int b) {
    int id = members[a];
    members[a] = members[b];
    members[b] = id;
    long key = values[a];
    values[a] = values[b];
    values[b] = key;
  }
}
