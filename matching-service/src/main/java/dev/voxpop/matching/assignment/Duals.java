package dev.voxpop.matching.assignment;

/**
 * The prices that prove a maximum-weight matching: u(i) of humans and y(j) of personas, none of
 * them negative, with u(i) + y(j) ≥ value(i, j) for every pair and equality on used ones.
 *
 * <p>They are whole multiples of the objective's unit, so doubles hold them exactly.
 */
public final class Duals {

  private final Problem problem;
  private final Plan plan;
  private final double unit;

  Duals(Problem problem, Plan plan, Objective objective) {
    this.problem = problem;
    this.plan = plan;
    this.unit = 1 / objective.scale();
  }

  /** Returns the dual value of a human. */
  public double human(int human) {
    return plan.groupDual(problem.groupOf(human)) * unit;
  }

  /** Returns the dual value of a persona. */
  public double persona(int persona) {
    return plan.personaDual(persona) * unit;
  }
}
