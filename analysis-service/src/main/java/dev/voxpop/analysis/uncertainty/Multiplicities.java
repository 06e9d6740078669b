package dev.voxpop.analysis.uncertainty;

import dev.voxpop.analysis.draw.Draws;
import java.util.Arrays;

/** How often each of n units counts, round by round. */
sealed interface Multiplicities {

  /** Counts of one round, which depend on its number only. */
  int[] of(int round);

  /** Draws with replacement: how often each unit occurs among n draws. */
  static Multiplicities drawn(long seed, int units) {
    return new Drawn(new Draws(seed, 11), units);
  }

  /** One unit less: round {@code first + i} leaves unit i out, other rounds leave out nobody. */
  static Multiplicities leftOut(int first, int units) {
    return new LeftOut(first, units);
  }

  /** Counts that add up to the number of units. */
  record Drawn(Draws draws, int units) implements Multiplicities {

    @Override
    public int[] of(int round) {
      int[] counts = new int[units];
      long first = (long) round * units;
      for (int i = 0; i < units; i++) {
        counts[draws.below(first + i, units)]++;
      }
      return counts;
    }
  }

  /** Counts of one, but for the unit that is left out. */
  record LeftOut(int first, int units) implements Multiplicities {

    @Override
    public int[] of(int round) {
      int[] counts = new int[units];
      Arrays.fill(counts, 1);
      if (round >= first && round - first < units) {
        counts[round - first] = 0;
      }
      return counts;
    }
  }
}
