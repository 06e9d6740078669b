package dev.voxpop.matching.balance;

import dev.voxpop.matching.assignment.Humans;
import dev.voxpop.matching.assignment.Matching;
import dev.voxpop.matching.assignment.Personas;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * One line of the balance table: shares of a label among humans, in the pool and in the matched
 * set.
 *
 * <p>Shares are over humans who have the trait, and mean masses over personas (in the matched set
 * with re-use). The standardised difference is (p₁ − p₂) ÷ √((p₁(1 − p₁) + p₂(1 − p₂)) ÷ 2) of
 * humans against personas; 0 ÷ 0 counts as 0, and different shares without variance as infinite.
 *
 * @param differenceBefore human share − pool share
 * @param differenceAfter human share − matched share
 * @param unbalanced whether the standardised difference after matching exceeds .1 in size
 */
public record LabelBalance(
    String trait,
    String label,
    double humans,
    double weightedHumans,
    double pool,
    double matched,
    double differenceBefore,
    double differenceAfter,
    double standardisedBefore,
    double standardisedAfter,
    boolean unbalanced) {

  private static final double MARK = 0.1;

  /**
   * Returns the balance table of a matching.
   *
   * @param weights survey weight of each human by number
   */
  public static List<LabelBalance> of(Matching matching, IntToDoubleFunction weights) {
    Humans humans = matching.problem().humans();
    List<LabelBalance> table = new ArrayList<>();
    for (int trait = 0; trait < humans.traits().size(); trait++) {
      double[] plain = humanShares(humans, trait, human -> 1);
      double[] weighted = humanShares(humans, trait, weights);
      double[] pool = poolShares(matching, trait, persona -> 1);
      int[] uses = matching.uses();
      double[] matched = poolShares(matching, trait, persona -> uses[persona]);
      for (int label = 0; label < plain.length; label++) {
        double before = standardised(plain[label], pool[label]);
        double after = standardised(plain[label], matched[label]);
        table.add(
            new LabelBalance(
                humans.traits().get(trait).trait(),
                humans.traits().get(trait).labels().get(label),
                plain[label],
                weighted[label],
                pool[label],
                matched[label],
                plain[label] - pool[label],
                plain[label] - matched[label],
                before,
                after,
                Math.abs(after) > MARK));
      }
    }
    return table;
  }

  /** Returns the standardised difference of two shares. */
  static double standardised(double first, double second) {
    double variance = (first * (1 - first) + second * (1 - second)) / 2;
    double difference = first - second;
    if (variance <= 0) {
      return difference == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, difference);
    }
    return difference / Math.sqrt(variance);
  }

  private static double[] humanShares(Humans humans, int trait, IntToDoubleFunction weights) {
    double[] amounts = new double[humans.traits().get(trait).size()];
    double sum = 0;
    for (int human = 0; human < humans.size(); human++) {
      int label = humans.label(trait, human);
      if (label != Humans.MISSING) {
        amounts[label] += weights.applyAsDouble(human);
        sum += weights.applyAsDouble(human);
      }
    }
    return divided(amounts, sum);
  }

  private static double[] poolShares(Matching matching, int trait, IntToDoubleFunction weights) {
    Personas personas = matching.problem().personas();
    double[] amounts = new double[personas.traits().get(trait).size()];
    double sum = 0;
    for (int persona = 0; persona < personas.size(); persona++) {
      double weight = weights.applyAsDouble(persona);
      sum += weight;
      for (int label = 0; label < amounts.length && weight > 0; label++) {
        amounts[label] += weight * personas.mass(trait, label, persona);
      }
    }
    return divided(amounts, sum);
  }

  private static double[] divided(double[] amounts, double sum) {
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = sum == 0 ? 0 : amounts[i] / sum;
    }
    return amounts;
  }
}
