package dev.voxpop.matching.assignment;

import java.util.function.IntPredicate;

/** Which groups have a persona of positive weight, and how many humans that are. */
final class Support {

  private final Problem problem;
  private final IntPredicate supported;
  private final int humans;

  Support(Problem problem, IntPredicate supported) {
    this.problem = problem;
    this.supported = supported;
    int count = 0;
    for (int group = 0; group < problem.groups(); group++) {
      count += supported.test(group) ? problem.size(group) : 0;
    }
    this.humans = count;
  }

  /** Returns how many humans have support. */
  int humans() {
    return humans;
  }

  boolean has(int human) {
    return supported.test(problem.groupOf(human));
  }

  /** Refuses fewer places than humans unless a surplus is allowed. */
  void requirePlaces(int capacity, Surplus surplus) {
    long places = (long) capacity * problem.personas().size();
    if (surplus == Surplus.REFUSE && places < humans) {
      throw new IllegalArgumentException(
          "%d humans need a place, but %d personas with capacity %d have %d.\nMaybe raise the capacity to %d, or allow unmatched humans?"
              .formatted(
                  humans, problem.personas().size(), capacity, places, sufficientCapacity()));
    }
  }

  /** Returns the smallest capacity with a place for every human. */
  int sufficientCapacity() {
    int personas = problem.personas().size();
    return personas == 0 ? 1 : Math.max(1, (int) Math.ceilDiv((long) humans, personas));
  }
}
