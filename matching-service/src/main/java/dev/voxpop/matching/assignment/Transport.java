package dev.voxpop.matching.assignment;

/**
 * A transportation problem: groups of humans with a supply, personas with a capacity, and the value
 * of a pair in whole units.
 *
 * <p>Every human may stay unplaced at value zero; a plan may therefore leave supply unused.
 *
 * @param problem weights
 * @param objective value of a weight
 * @param capacity places per persona
 * @param order who comes first among equals
 */
record Transport(Problem problem, Objective objective, int capacity, Order order) {

  /** The seeded orders of both sides. */
  static final class Order {

    private final int[] humans;
    private final int[] personas;
    private final int[] ranks;

    private Order(int[] humans, int[] personas) {
      this.humans = humans;
      this.personas = personas;
      this.ranks = SeededOrder.ranks(personas);
    }

    static Order of(Problem problem, long seed) {
      return new Order(
          SeededOrder.permutation(problem.humans().size(), seed, "humans"),
          SeededOrder.permutation(problem.personas().size(), seed, "personas"));
    }

    /** Humans in seeded order, to be read only. */
    int[] humans() {
      return humans;
    }

    /** Personas in seeded order, to be read only. */
    int[] personas() {
      return personas;
    }

    /** The rank of each persona in seeded order, to be read only. */
    int[] ranks() {
      return ranks;
    }
  }
}
