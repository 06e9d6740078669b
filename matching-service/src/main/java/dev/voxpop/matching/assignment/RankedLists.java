package dev.voxpop.matching.assignment;

import java.util.Arrays;
import java.util.function.DoubleToLongFunction;

/**
 * For every group, its personas of positive value in descending order of weight, equal weights by
 * rank, known and put in order only as far as somebody reads. Personas are named by their ranks.
 *
 * <p>While a list is filled it is cut again and again to its largest entries, and smaller weights
 * are not even computed. Who reads beyond the cut has the list filled again, eight times as deep:
 * the entries before stay where they are. Ordering is by quickselect in chunks that grow fourfold,
 * each sorted when reached: O(length) for the first entries, O(length · log) for all of them.
 *
 * <p>Filling is by several threads, one group by one of them; reading is for one thread.
 */
final class RankedLists {

  private static final int INSERTION = 12;
  private static final int FIRST_SHARE = 8;
  private static final int DEEPER = 8;
  private static final int LIMIT = 256;
  private static final int LIMIT_PER_HUMAN = 16;

  private final WeightWalk walk;
  private final DoubleToLongFunction key;
  private final int[] ranks;
  private final int[] limits;
  private final int[][] members;
  private final long[][] values;
  private final int[] sizes;
  private final double[] floors;
  private final int[] ordered;

  private RankedLists(WeightWalk walk, DoubleToLongFunction key, int[] ranks, int[] limits) {
    this.walk = walk;
    this.key = key;
    this.ranks = ranks;
    this.limits = limits;
    this.members = new int[limits.length][];
    this.values = new long[limits.length][];
    this.sizes = new int[limits.length];
    this.floors = new double[limits.length];
    this.ordered = new int[limits.length];
  }

  /** Returns the lists of all weights above zero, longer for groups of more humans. */
  static RankedLists of(WeightWalk walk, DoubleToLongFunction key, int[] ranks) {
    int[] limits = new int[walk.problem().groups()];
    Arrays.setAll(limits, group -> LIMIT + LIMIT_PER_HUMAN * walk.problem().size(group));
    return of(walk, key, ranks, limits);
  }

  /**
   * Returns the lists of all weights above zero.
   *
   * @param key order-keeping whole-number form of a weight
   * @param ranks rank of each persona among equals
   * @param limits number of entries per list that a list is first cut to
   */
  static RankedLists of(WeightWalk walk, DoubleToLongFunction key, int[] ranks, int[] limits) {
    var lists = new RankedLists(walk, key, ranks, limits);
    walk.forEach(lists::floor, lists::offer);
    walk.workers()
        .forRanges(
            limits.length,
            (from, to) -> {
              for (int group = from; group < to; group++) {
                lists.finish(group);
                lists.order(group, 0);
              }
            });
    return lists;
  }

  /** Returns whether a group has any persona. */
  boolean isEmpty(int group) {
    return sizes[group] == 0;
  }

  /**
   * Puts a list in order up to a position at least, and returns whether there is an entry. The
   * arrays of the list may be others afterwards.
   */
  boolean reach(int group, int position) {
    if (position >= sizes[group] && floors[group] > 0) {
      deepen(group);
    }
    order(group, position);
    return position < sizes[group];
  }

  /** The ranks of a list's personas, to be read only, in order up to {@link #ordered}. */
  int[] members(int group) {
    return members[group];
  }

  /** The values of a list, to be read only, valid up to {@link #ordered}. */
  long[] values(int group) {
    return values[group];
  }

  /** Returns how many entries of a list are in order. */
  int ordered(int group) {
    return ordered[group];
  }

  private double floor(int group) {
    return floors[group];
  }

  private void offer(int group, int[] candidates, double[] weights, int count) {
    reserve(group, count);
    int[] ids = members[group];
    long[] keys = values[group];
    int size = sizes[group];
    double floor = floors[group];
    for (int i = 0; i < count; i++) {
      ids[size] = ranks[candidates[i]];
      keys[size] = Double.doubleToRawLongBits(weights[i]);
      size += weights[i] >= floor ? 1 : 0;
    }
    sizes[group] = size;
    if (size > 2L * limits[group]) {
      cut(group);
    }
  }

  private void reserve(int group, int more) {
    int needed = sizes[group] + more;
    if (members[group] == null) {
      long all = Math.min((long) more * walk.blocks(), 2L * limits[group]);
      members[group] = new int[(int) Math.max(needed, all + all / 4 + 16)];
      values[group] = new long[members[group].length];
    } else if (needed > members[group].length) {
      int capacity = Math.max(needed, members[group].length + members[group].length / 2);
      members[group] = Arrays.copyOf(members[group], capacity);
      values[group] = Arrays.copyOf(values[group], capacity);
    }
  }

  private void cut(int group) {
    int limit = limits[group];
    select(group, 0, sizes[group], limit);
    sizes[group] = limit;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < limit; i++) {
      least = Math.min(least, values[group][i]);
    }
    floors[group] = Double.longBitsToDouble(least);
  }

  private void finish(int group) {
    if (floors[group] > 0 && sizes[group] > limits[group]) {
      cut(group);
    }
  }

  private void deepen(int group) {
    limits[group] = (int) Math.min(Integer.MAX_VALUE / 4, (long) DEEPER * limits[group]);
    sizes[group] = 0;
    floors[group] = 0;
    ordered[group] = 0;
    walk.forGroup(group, this::floor, this::offer);
    finish(group);
  }

  private void order(int group, int position) {
    while (position >= ordered[group] && ordered[group] < sizes[group]) {
      int from = ordered[group];
      int chunk = from == 0 ? Math.max(1, limits[group] / FIRST_SHARE) : 3 * from;
      int to = (int) Math.min(sizes[group], (long) from + chunk);
      select(group, from, sizes[group], to);
      sort(group, from, to);
      long[] keys = values[group];
      for (int i = from; i < to; i++) {
        keys[i] = key.applyAsLong(Double.longBitsToDouble(keys[i]));
      }
      ordered[group] = to;
    }
  }

  /** Brings the largest entries of [from, end) into [from, to), in any order. */
  private void select(int group, int from, int end, int to) {
    int low = from;
    int high = end;
    while (low < to && to < high) {
      int split = partition(group, low, high, quantile(group, low, high, to));
      if (split >= to) {
        high = split;
      } else {
        low = split + 1;
      }
    }
  }

  private void sort(int group, int from, int to) {
    int low = from;
    int high = to;
    while (high - low > INSERTION) {
      int split = partition(group, low, high, quantile(group, low, high, (low + high) >>> 1));
      if (split - low < high - split) {
        sort(group, low, split);
        low = split + 1;
      } else {
        sort(group, split + 1, high);
        high = split;
      }
    }
    insert(group, low, high);
  }

  /** Returns the place of an entry that is likely to belong near a place, from three samples. */
  private int quantile(int group, int low, int high, int place) {
    int[] ids = members[group];
    long[] keys = values[group];
    int span = high - low;
    int first = low + span / 8;
    int second = low + span / 2;
    int third = high - 1 - span / 8;
    boolean ab = before(ids, keys, first, second);
    boolean bc = before(ids, keys, second, third);
    boolean ac = before(ids, keys, first, third);
    if (5L * (place - low) < span) {
      return ab ? (ac ? first : third) : (bc ? second : third);
    }
    return ab == bc ? second : ab == ac ? third : first;
  }

  /**
   * Lomuto's partition around the entry at a place, without branches: afterwards everything in
   * [low, split) comes before the entry at the split, and everything in (split, high) after it.
   */
  private int partition(int group, int low, int high, int place) {
    int[] ids = members[group];
    long[] keys = values[group];
    swap(ids, keys, place, high - 1);
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
    swap(ids, keys, split, high - 1);
    return split;
  }

  private static boolean before(int[] ids, long[] keys, int a, int b) {
    return keys[a] > keys[b] || (keys[a] == keys[b] && ids[a] < ids[b]);
  }

  private void insert(int group, int low, int high) {
    int[] ids = members[group];
    long[] keys = values[group];
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

  private static void swap(int[] ids, long[] keys, int a, int b) {
    int id = ids[a];
    ids[a] = ids[b];
    ids[b] = id;
    long key = keys[a];
    keys[a] = keys[b];
    keys[b] = key;
  }
}
