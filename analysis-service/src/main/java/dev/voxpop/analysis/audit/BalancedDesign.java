package dev.voxpop.analysis.audit;

import dev.voxpop.analysis.draw.Draws;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which level of every factor each persona, or each cell, is asked with.
 *
 * <p>The levels of each factor occur equally often, to within one, and are dealt to personas by a
 * permutation of the factor's own; so every factor is balanced and independent of the others. The
 * same seed gives the same design. O(personas · factors). In a design of few cells, each of which
 * many personas are asked with, chance would not do that: there every two levels meet equally
 * often, as far as the number of cells allows.
 */
public final class BalancedDesign {

  private final List<Factor> factors;
  private final int[][] levels;

  private BalancedDesign(List<Factor> factors, int[][] levels) {
    this.factors = List.copyOf(factors);
    this.levels = levels;
  }

  /** A design for this many personas. */
  public static BalancedDesign of(List<Factor> factors, int personas, long seed) {
    int[][] levels = new int[factors.size()][];
    for (int f = 0; f < levels.length; f++) {
      int count = factors.get(f).levels().size();
      levels[f] = IntStream.range(0, personas).map(i -> i % count).toArray();
      shuffle(levels[f], new Draws(seed, 100 + f));
    }
    return new BalancedDesign(factors, levels);
  }

  /** A design of so many cells, at most as many as there are combinations of levels. */
  public static BalancedDesign ofCells(List<Factor> factors, int cells, long seed) {
    return new BalancedDesign(factors, FewCells.of(factors, cells, seed));
  }

  /** The factors. */
  public List<Factor> factors() {
    return factors;
  }

  /** Number of personas, or of cells. */
  public int personas() {
    return levels.length == 0 ? 0 : levels[0].length;
  }

  /** Level of a factor for a persona or cell, as an index into the factor's levels. */
  public int level(int persona, int factor) {
    return levels[factor][persona];
  }

  static void shuffle(int[] values, Draws draws) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = draws.below(i, i + 1);
      int kept = values[i];
      values[i] = values[other];
      values[other] = kept;
    }
  }
}
