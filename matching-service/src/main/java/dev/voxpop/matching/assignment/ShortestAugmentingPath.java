package dev.voxpop.matching.assignment;

import java.util.Arrays;

/**
 * Successive shortest augmenting paths over groups of equal humans.
 *
 * <p>Computes max Σ w(g, j) x(g, j) subject to Σ_j x(g, j) ≤ supply(g), Σ_g x(g, j) ≤ capacity(j),
 * x whole and non-negative, for values w ≥ 0 in whole units. Each unit of supply starts a Dijkstra
 * search over reduced costs u(g) + v(j) − w(g, j); it may stay unplaced at value 0, and so may any
 * unit met on the way. As many units as fit follow the path found. Potentials change only for what
 * was settled: v(j) += D − d(j), u(g) −= D − d(g), with D the length of the path.
 *
 * <p>A group's list is read in descending order and only while base − w(g, j) is below the best
 * path known. A settled persona never gets a new predecessor: with ties that would close a loop.
 *
 * <p>Exact, because all numbers are whole. Ties go to the lower seeded rank, so the result depends
 * on the seed and the set of ids only. O(units · E log E) at worst with E list entries; a few dozen
 * heap operations per unit on sparse instances. Differences from the reference: rows are groups
 * with supply, columns have capacity, rows may opt out, lists are ordered lazily.
 *
 * <ol>
 *   <li>Jonker, R., Volgenant, A. (1987). A shortest augmenting path algorithm for dense and sparse
 *       linear assignment problems. Computing 38, 325–340. doi:10.1007/BF02278710
 *   <li>Edmonds, J., Karp, R. M. (1972). Theoretical improvements in algorithmic efficiency for
 *       network flow problems. Journal of the ACM 19(2), 248–264. doi:10.1145/321694.321699
 * </ol>
 */
final class ShortestAugmentingPath implements Assignment {

  /** Enough for the number of any group; values are compared without as many low bits. */
  private static final int GROUP_BITS = 24;

  private final RankedLists lists;
  private long pops;

  ShortestAugmentingPath(RankedLists lists) {
    this.lists = lists;
  }

  @Override
  public Plan solve(Transport transport) {
    var search = new PathSearch(lists, transport);
    for (int group : byBestValue(transport.problem().groups())) {
      search.place(group, transport.problem().size(group));
    }
    pops = search.pops();
    return search.plan();
  }

  /** Groups with much to gain come first: paths found later are shorter then. */
  private int[] byBestValue(int groups) {
    long[] keys = new long[groups];
    for (int group = 0; group < groups; group++) {
      long best = lists.reach(group, 0) ? lists.values(group)[0] : 0;
      keys[group] = -(best >>> GROUP_BITS) << GROUP_BITS | group;
    }
    Arrays.sort(keys);
    int[] order = new int[groups];
    Arrays.setAll(order, i -> (int) (keys[i] & ((1L << GROUP_BITS) - 1)));
    return order;
  }

  /** Returns how many heap entries the last solution took: the measure of its work. */
  long pops() {
    return pops;
  }
}
