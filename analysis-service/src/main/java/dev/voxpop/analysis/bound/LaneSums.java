package dev.voxpop.analysis.bound;

/** Weights of half 1 by option, for 64 iterations at once; one thread at a time. */
interface LaneSums {

  /** Words of a row of sums: one cache line. */
  int WORDS = 8;

  /**
   * Adds up weights.
   *
   * @param masks for each person, in which of the iterations the person is in half 1
   * @param sums by option and iteration, to which weights are added
   */
  void add(long[] masks, double[][] sums);
}
