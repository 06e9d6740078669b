package dev.voxpop.matching.assignment;

import java.util.Arrays;
import java.util.function.DoubleToLongFunction;

/**
 * For every group, its personas of positive value in descending order of weight, equal weights by
 * rank, known and put in order only as far as somebody reads. Personas are named by their ranks.
 *
 * <p>While a list is filled it is cut again and again to its largest entries, and smaller weights
 * are not even computed; the first block of personas already tells about where the cut will be. Who
 * reads beyond it has the list filled again, eight times as deep: the entries before stay where
 * they are.
 *
 * <p>Filling is by several threads, one group by one of them; reading is for one thread.
 */
final class RankedLists {

  private static final int DEEPER = 8;
  private static final int LIMIT = 256;
  private static final int LIMIT_PER_HUMAN = 8;

  /** A forecast from fewer entries would be worth nothing. */
  private static final int SAMPLE = 6;

  private final WeightWalk walk;
  private final DoubleToLongFunction key;
  private final int[] ranks;
  private final RankedList[] lists;
  private final WeightWalk.GroupWalk refill;
  private final Band band = new Band();

  private RankedLists(WeightWalk walk, DoubleToLongFunction key, int[] ranks, int[] limits) {
    this.walk = walk;
    this.key = key;
    this.ranks = ranks;
    this.lists = new RankedList[limits.length];
    Arrays.setAll(lists, group -> new RankedList(limits[group]));
    this.refill = walk.byGroup(group -> lists[group].floor(), this::offer);
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
    walk.forEach(group -> lists.lists[group].floor(), lists::offer);
    walk.workers()
        .forRanges(
            limits.length,
            () -> {
              var band = new Band();
              return (from, to) -> {
                for (int group = from; group < to; group++) {
                  lists.lists[group].close();
                  lists.lists[group].order(0, key, band);
                }
              };
            });
    return lists;
  }

  /** Returns whether a group has any persona. */
  boolean isEmpty(int group) {
    return lists[group].size() == 0;
  }

  /**
   * Puts a list in order up to a position at least, and returns whether there is an entry. The
   * arrays of the list may be others afterwards.
   */
  boolean reach(int group, int position) {
    RankedList list = lists[group];
    if (position >= list.size() && list.floor() > 0) {
      list.restart((int) Math.min(Integer.MAX_VALUE / 4, (long) DEEPER * list.limit()));
      refill.visit(group);
      list.close();
    }
    list.order(position, key, band);
    return position < list.size();
  }

  /** The ranks of a list's personas as far as they are in order, to be read only. */
  int[] members(int group) {
    return lists[group].members();
  }

  /** The values of a list's personas as far as they are in order, to be read only. */
  long[] values(int group) {
    return lists[group].values();
  }

  private void offer(int group, int[] candidates, double[] weights, int count) {
    RankedList list = lists[group];
    boolean first = list.size() == 0;
    long all = (long) count * walk.blocks();
    list.reserve(count, Math.min(all + all / 8, 2L * list.limit()) + 16);
    list.append(ranks, candidates, weights, count);
    if (list.size() > 2L * list.limit()) {
      list.cut();
    } else if (first && all > 2L * list.limit()) {
      int share = Math.max(SAMPLE, Math.ceilDiv(3 * list.limit(), 2 * walk.blocks()));
      if (share < count) {
        list.raiseFloor(share);
      }
    }
  }
}
