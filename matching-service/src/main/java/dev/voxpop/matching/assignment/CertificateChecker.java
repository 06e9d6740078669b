package dev.voxpop.matching.assignment;

/**
 * The check of a maximum-weight plan by code that knows only weights, pairs and duals.
 *
 * <p>Checks that no persona exceeds its capacity, duals are not negative, every pair of positive
 * weight is covered within half a rounding unit, used pairs are tight, personas with places left
 * have dual 0, unplaced humans have dual 0, and that the bound equals the total within 10⁻⁹ ·
 * max(1, total). Pairs of weight zero are covered because duals are not negative. One walk over the
 * non-zero weights; sums are exact.
 */
final class CertificateChecker {

  private final Transport transport;
  private final Problem problem;
  private final Plan plan;
  private final WeightWalk walk;
  private final double unit;

  CertificateChecker(Transport transport, Plan plan, WeightWalk walk) {
    this.transport = transport;
    this.problem = transport.problem();
    this.plan = plan;
    this.walk = walk;
    this.unit = 1 / transport.objective().scale();
  }

  /** Returns the certificate, or fails with the first rule that is broken. */
  Certificate check(String solver) {
    int[] placed = new int[problem.groups()];
    int[] used = new int[problem.personas().size()];
    double total = checkPairs(placed, used);
    var bound = new ExactSum();
    checkGroups(placed, bound);
    checkPersonas(used, bound);
    double dual = bound.value() * unit;
    double violation = violation();
    double gap = Math.abs(dual - total);
    require(violation <= unit / 2 * (1 + 0x1p-10), "a pair exceeds its duals by " + violation);
    require(gap <= 1e-9 * Math.max(1, total), "the bound misses the total by " + gap);
    return new Certificate(transport.objective(), total, dual, gap, violation, solver);
  }

  private double checkPairs(int[] placed, int[] used) {
    var total = new CompensatedSum();
    for (int flow = 0; flow < plan.size(); flow++) {
      int group = plan.group(flow);
      int persona = plan.persona(flow);
      int units = plan.units(flow);
      double value = transport.objective().value(problem.weight(group, persona));
      double slack = (plan.groupDual(group) + plan.personaDual(persona)) * unit - value;
      require(units > 0, "a pair has no units");
      require(Math.abs(slack) <= unit, "a pair is not tight");
      placed[group] += units;
      used[persona] += units;
      total.add(units * value);
    }
    return total.value();
  }

  private void checkGroups(int[] placed, ExactSum bound) {
    for (int group = 0; group < placed.length; group++) {
      long dual = plan.groupDual(group);
      require(placed[group] <= problem.size(group), "a group is placed more than once");
      require(dual >= 0, "a group has a negative dual");
      require(dual == 0 || placed[group] == problem.size(group), "an unplaced human has a dual");
      bound.add(dual, problem.size(group));
    }
  }

  private void checkPersonas(int[] used, ExactSum bound) {
    for (int persona = 0; persona < used.length; persona++) {
      long dual = plan.personaDual(persona);
      require(used[persona] <= transport.capacity(), "a persona exceeds its capacity");
      require(dual >= 0, "a persona has a negative dual");
      require(dual == 0 || used[persona] == transport.capacity(), "a free persona has a dual");
      bound.add(dual, transport.capacity());
    }
  }

  private double violation() {
    double[] largest = new double[problem.groups()];
    walk.forEach(
        this::harmless,
        (group, personas, weights, count) -> {
          double worst = largest[group];
          long dual = plan.groupDual(group);
          for (int i = 0; i < count; i++) {
            double cover = (dual + plan.personaDual(personas[i])) * unit;
            worst = Math.max(worst, transport.objective().value(weights[i]) - cover);
          }
          largest[group] = worst;
        });
    double worst = 0;
    for (double violation : largest) {
      worst = Math.max(worst, violation);
    }
    return worst;
  }

  /** A weight whose value is below its group's dual is covered, as no persona's is negative. */
  private double harmless(int group) {
    return switch (transport.objective()) {
      case SUM -> plan.groupDual(group) * unit;
      case LOG -> 0;
    };
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException(
          "The assignment is not proven optimal: %s.\nMaybe this is a defect of the solver; please report the data and seed."
              .formatted(what));
    }
  }
}
