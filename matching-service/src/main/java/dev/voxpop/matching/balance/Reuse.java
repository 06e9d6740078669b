package dev.voxpop.matching.balance;

import dev.voxpop.matching.assignment.Matching;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often personas are used.
 *
 * @param distinct personas used at least once
 * @param maximum most uses of one persona
 * @param effective (Σr)² ÷ Σr² over uses r: how many equally used personas would weigh the same
 * @param histogram personas per number of uses, unused ones included
 */
public record Reuse(
    int distinct, int maximum, double effective, SortedMap<Integer, Integer> histogram) {

  public Reuse {
    histogram = Collections.unmodifiableSortedMap(new TreeMap<>(histogram));
  }

  /** Returns the re-use of a matching. */
  public static Reuse of(Matching matching) {
    SortedMap<Integer, Integer> histogram = new TreeMap<>();
    double sum = 0;
    double squares = 0;
    int maximum = 0;
    int distinct = 0;
    for (int uses : matching.uses()) {
      histogram.merge(uses, 1, Integer::sum);
      sum += uses;
      squares += (double) uses * uses;
      maximum = Math.max(maximum, uses);
      distinct += uses > 0 ? 1 : 0;
    }
    return new Reuse(distinct, maximum, squares == 0 ? 0 : sum * sum / squares, histogram);
  }
}
