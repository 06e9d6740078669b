package dev.voxpop.matching.assignment;

import java.math.BigInteger;

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
    BigInteger bound = checkGroups(placed).add(checkPersonas(used));
    double dual = bound.doubleValue() * unit;
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
      require(Math.abs(slack) <= unit, "a pair has slack " + slack);
      placed[group] += units;
      used[persona] += units;
      total.add(units * value);
    }
    return total.value();
  }

  private BigInteger checkGroups(int[] placed) {
    var sum = BigInteger.ZERO;
    for (int group = 0; group < placed.length; group++) {
      long dual = plan.groupDual(group);
      require(placed[group] <= problem.size(group), "a group is placed more than once");
      require(dual >= 0, "a group has a negative dual");
      require(dual == 0 || placed[group] == problem.size(group), "an unplaced human has a dual");
      sum = sum.add(times(dual, problem.size(group)));
    }
    return sum;
  }

  private BigInteger checkPersonas(int[] used) {
    var sum = BigInteger.ZERO;
    for (int persona = 0; persona < used.length; persona++) {
      long dual = plan.personaDual(persona);
      require(used[persona] <= transport.capacity(), "a persona exceeds its capacity");
      require(dual >= 0, "a persona has a negative dual");
      require(dual == 0 || used[persona] == transport.capacity(), "a free persona has a dual");
      if (dual != 0) {
        sum = sum.add(times(dual, transport.capacity()));
      }
    }
    return sum;
  }

  private double violation() {
    double[] largest = new double[problem.groups()];
    walk.forEach(
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

  private static BigInteger times(long dual, int count) {
    return BigInteger.valueOf(dual).multiply(BigInteger.valueOf(count));
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException(
          "The assignment is not proven optimal: %s.\nMaybe this is a defect of the solver; please report the data and seed."
              .formatted(what));
    }
  }
}
