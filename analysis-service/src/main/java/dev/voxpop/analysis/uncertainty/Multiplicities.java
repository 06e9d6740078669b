package dev.voxpop.analysis.uncertainty;

import dev.voxpop.analysis.draw.Draws;

/** Draws with replacement: how often each of n units occurs among n draws. */
final class Multiplicities {

  private final Draws draws;
  private final int units;

  Multiplicities(long seed, int units) {
    this.draws = new Draws(seed, 11);
    this.units = units;
  }

  /** Counts of one round; they add up to the number of units. */
  int[] of(int round) {
    int[] counts = new int[units];
    long first = (long) round * units;
    for (int i = 0; i < units; i++) {
      counts[draws.below(first + i, units)]++;
    }
    return counts;
  }
}
