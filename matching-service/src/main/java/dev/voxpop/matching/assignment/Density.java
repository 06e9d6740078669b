package dev.voxpop.matching.assignment;

/** The share of positive weights, estimated from a few blocks of personas spread over the pool. */
final class Density {

  private static final int BLOCKS = 8;
  private static final int BLOCK = 64;
  private static final double HIGH = 0.2;

  private Density() {}

  static boolean isHigh(Problem problem, WeightWalk walk) {
    long[] positive = new long[1];
    long pairs = 0;
    int personas = problem.personas().size();
    for (int block = 0; block < BLOCKS; block++) {
      int from = (int) ((long) personas * block / BLOCKS);
      int to = Math.min(personas, from + BLOCK);
      walk.forEach(from, to, (group, ids, weights, count) -> positive[0] += count);
      pairs += (long) (to - from) * problem.groups();
    }
    return positive[0] >= HIGH * pairs;
  }
}
