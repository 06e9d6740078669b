package dev.voxpop.matching.assignment;

/** The share of positive weights, estimated from pairs spread evenly over groups and personas. */
final class Density {

  private static final int PAIRS = 1 << 11;
  private static final double HIGH = 0.2;

  /** The golden ratio's fraction: its multiples modulo one are spread as evenly as any. */
  private static final double STEP = 0.6180339887498949;

  private Density() {}

  static boolean isHigh(Problem problem) {
    int personas = problem.personas().size();
    int groups = problem.groups();
    if (personas == 0 || groups == 0) {
      return false;
    }
    int positive = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      double place = pair * STEP;
      int persona = (int) ((place - Math.floor(place)) * personas);
      int group = (int) ((long) pair * groups / PAIRS);
      positive += problem.weight(group, persona) > 0 ? 1 : 0;
    }
    return positive >= HIGH * PAIRS;
  }
}
