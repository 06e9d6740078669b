package dev.voxpop.matching.assignment;

import java.util.Arrays;
import java.util.function.DoubleToLongFunction;

/**
 * For every group, its personas of positive value in descending order of value, equal values by
 * rank, put in order only as far as somebody reads.
 *
 * <p>A list is cut to its largest entries: with n humans to place at most n − 1 personas of any
 * list are taken by others, so no optimum needs more than the first n. Ordering is by quickselect
 * in chunks that grow fourfold from 16, each sorted when reached: O(length) for the first entries,
 * O(length · log) for all of them. Filling is safe from several threads as long as one group is
 * filled by one thread.
 */
final class RankedLists {

  private static final int FIRST_CHUNK = 16;
  private static final int INSERTION = 12;

  private final int[] ranks;
  private final int limit;
  private final int[][] personas;
  private final long[][] values;
  private final int[] sizes;
  private final long[] floors;
  private final int[] sorted;

  /**
   * @param groups number of lists
   * @param ranks rank of each persona among equals
   * @param limit number of entries that a list may be cut to
   */
  RankedLists(int groups, int[] ranks, int limit) {
    this.ranks = ranks;
    this.limit = limit;
    this.personas = new int[groups][];
    this.values = new long[groups][];
    this.sizes = new int[groups];
    this.floors = new long[groups];
    this.sorted = new int[groups];
  }

  /**
   * Returns the lists of all weights above zero.
   *
   * @param key order-keeping whole-number form of a weight
   */
  static RankedLists of(WeightWalk walk, DoubleToLongFunction key, RankedLists lists) {
    walk.forEach(
        (group, personas, weights, count) -> {
          lists.reserve(group, count);
          long floor = lists.floors[group];
          for (int i = 0; i < count; i++) {
            long value = key.applyAsLong(weights[i]);
            if (value >= floor) {
              lists.append(group, personas[i], value);
            }
          }
          lists.cut(group, 2 * (long) lists.limit);
        });
    for (int group = 0; group < lists.sizes.length; group++) {
      lists.cut(group, lists.limit);
    }
    return lists;
  }

  int size(int group) {
    return sizes[group];
  }

  /** Makes sure that the first entries, up to a position, are in order. */
  void order(int group, int position) {
    while (position >= sorted[group] && sorted[group] < sizes[group]) {
      int from = sorted[group];
      int chunk = from == 0 ? FIRST_CHUNK : 3 * from;
      int to = (int) Math.min(sizes[group], (long) from + chunk);
      select(group, from, sizes[group], to);
      sort(group, from, to);
      sorted[group] = to;
    }
  }

  /** The personas of a list, to be read only, in order up to {@link #ordered}. */
  int[] personas(int group) {
    return personas[group];
  }

  /** The values of a list, to be read only, in order up to {@link #ordered}. */
  long[] values(int group) {
    return values[group];
  }

  /** Returns how many entries of a list are in order. */
  int ordered(int group) {
    return sorted[group];
  }

  private void reserve(int group, int more) {
    int needed = sizes[group] + more;
    if (personas[group] == null) {
      personas[group] = new int[Math.max(needed, 16)];
      values[group] = new long[Math.max(needed, 16)];
    } else if (needed > personas[group].length) {
      int capacity = Math.max(needed, personas[group].length + personas[group].length / 2);
      personas[group] = Arrays.copyOf(personas[group], capacity);
      values[group] = Arrays.copyOf(values[group], capacity);
    }
  }

  private void append(int group, int persona, long value) {
    int at = sizes[group]++;
    personas[group][at] = persona;
    values[group][at] = value;
  }

  private void cut(int group, long allowed) {
    if (sizes[group] > allowed) {
      select(group, 0, sizes[group], limit);
      sizes[group] = limit;
      floors[group] = Arrays.stream(values[group], 0, limit).min().orElse(0);
    }
  }

  /** Brings the largest entries of [from, end) into [from, to), in any order. */
  private void select(int group, int from, int end, int to) {
    int low = from;
    int high = end - 1;
    int split = to > high ? to - 1 : -1;
    while (split + 1 != to) {
      split = partition(group, low, high);
      if (split >= to) {
        high = split;
      } else {
        low = split + 1;
      }
    }
  }

  private void sort(int group, int from, int to) {
    int low = from;
    int high = to - 1;
    while (high - low > INSERTION) {
      int split = partition(group, low, high);
      if (split - low < high - split) {
        sort(group, low, split + 1);
        low = split + 1;
      } else {
        sort(group, split + 1, high + 1);
        high = split;
      }
    }
    insert(group, low, high);
  }

  /** Hoare's partition: afterwards everything in [low, split] comes before (split, high]. */
  private int partition(int group, int low, int high) {
    int[] ids = personas[group];
    long[] keys = values[group];
    int middle = median(ids, keys, low, (low + high) >>> 1, high);
    long pivot = keys[middle];
    int pivotRank = ranks[ids[middle]];
    int i = low - 1;
    int j = high + 1;
    while (true) {
      do {
        i++;
      } while (keys[i] > pivot || (keys[i] == pivot && ranks[ids[i]] < pivotRank));
      do {
        j--;
      } while (keys[j] < pivot || (keys[j] == pivot && ranks[ids[j]] > pivotRank));
      if (i >= j) {
        return j;
      }
      swap(ids, keys, i, j);
    }
  }

  private int median(int[] ids, long[] keys, int a, int b, int c) {
    if (before(ids, keys, a, b)) {
      if (before(ids, keys, b, c)) {
        return b;
      }
      return before(ids, keys, a, c) ? c : a;
    }
    if (before(ids, keys, a, c)) {
      return a;
    }
    return before(ids, keys, b, c) ? c : b;
  }

  private boolean before(int[] ids, long[] keys, int a, int b) {
    return keys[a] > keys[b] || (keys[a] == keys[b] && ranks[ids[a]] < ranks[ids[b]]);
  }

  private void insert(int group, int low, int high) {
    int[] ids = personas[group];
    long[] keys = values[group];
    for (int i = low + 1; i <= high; i++) {
      for (int j = i; j > low && before(ids, keys, j, j - 1); j--) {
        swap(ids, keys, j, j - 1);
      }
    }
  }

  private static void swap(int[] ids, long[] keys, int a, int b) {
    int id = ids[a];
    ids[a] = ids[b];
    ids[b] = id;
    long key = keys[a];
    keys[a] = keys[b];
    keys[b] = key;
  }
}
