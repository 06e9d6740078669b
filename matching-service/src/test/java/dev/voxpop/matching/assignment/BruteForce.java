package dev.voxpop.matching.assignment;

import java.util.function.IntPredicate;

/** The largest total over all assignments, by trying each of them. */
final class BruteForce {

  private BruteForce() {}

  /** Every human may take any persona with a place, or stay unplaced at value zero. */
  static double best(Problem problem, Objective objective, int capacity, IntPredicate counts) {
    int[] free = new int[problem.personas().size()];
    java.util.Arrays.fill(free, capacity);
    return best(problem, objective, 0, free, counts);
  }

  private static double best(
      Problem problem, Objective objective, int human, int[] free, IntPredicate counts) {
    if (human == problem.humans().size()) {
      return 0;
    }
    double best = best(problem, objective, human + 1, free, counts);
    for (int persona = 0; persona < free.length && counts.test(human); persona++) {
      if (free[persona] > 0) {
        free[persona]--;
        double value = objective.value(product(problem, human, persona));
        best = Math.max(best, value + best(problem, objective, human + 1, free, counts));
        free[persona]++;
      }
    }
    return best;
  }

  /** The weight of a pair, computed from the definition. */
  static double product(Problem problem, int human, int persona) {
    double weight = 1;
    for (int trait = 0; trait < problem.humans().traits().size(); trait++) {
      if (hasAnyLabel(problem, trait)) {
        weight *= problem.factorOf(trait, human, persona);
      }
    }
    return weight;
  }

  private static boolean hasAnyLabel(Problem problem, int trait) {
    for (int human = 0; human < problem.humans().size(); human++) {
      if (problem.humans().label(trait, human) != Humans.MISSING) {
        return true;
      }
    }
    return false;
  }
}
