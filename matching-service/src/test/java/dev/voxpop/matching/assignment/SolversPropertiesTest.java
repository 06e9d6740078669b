package dev.voxpop.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SolversPropertiesTest {

  private static final Workers ONE = new Workers(1);

  @Test
  void bothSolvers_smallProblems_equalTheTextbookAssignment() {
    var random = new SplittableRandom(17);
    for (int round = 0; round < 400; round++) {
      int personas = 2 + random.nextInt(25);
      Problem problem = SmallCases.random(random, 1 + random.nextInt(personas), personas);
      var transport = transport(problem, 1, round);
      BigInteger best = BigInteger.valueOf(Hungarian.best(gains(problem)));
      assertThat(total(transport, paths(transport))).as("paths, round %d", round).isEqualTo(best);
      assertThat(total(transport, auction(transport)))
          .as("auction, round %d", round)
          .isEqualTo(best);
    }
  }

  @Test
  void bothSolvers_withCapacityAndSurplusHumans_agreeAndAreCertified() {
    var random = new SplittableRandom(18);
    for (int round = 0; round < 400; round++) {
      Problem problem = SmallCases.random(random, 2 + random.nextInt(30), 1 + random.nextInt(12));
      var transport = transport(problem, 1 + random.nextInt(4), round);
      Plan paths = paths(transport);
      Plan auction = auction(transport);
      assertThat(total(transport, auction)).isEqualTo(total(transport, paths));
      check(transport, paths);
      check(transport, auction);
    }
  }

  @Test
  void certificate_ofAPlanWithAWrongPair_isRefused() {
    var random = new SplittableRandom(19);
    int refused = 0;
    for (int round = 0; round < 50; round++) {
      Problem problem = SmallCases.random(random, 8, 8);
      var transport = transport(problem, 1, round);
      Plan right = paths(transport);
      if (right.size() > 1 && right.group(0) != right.group(1)) {
        Plan wrong = swapped(problem, right);
        if (total(transport, wrong).compareTo(total(transport, right)) < 0) {
          refused++;
          assertThatThrownBy(() -> check(transport, wrong)).hasMessageContaining("not proven");
        }
      }
    }
    assertThat(refused).isGreaterThan(10);
  }

  private static Plan swapped(Problem problem, Plan right) {
    long[] groups = new long[problem.groups()];
    long[] personas = new long[problem.personas().size()];
    java.util.Arrays.setAll(groups, right::groupDual);
    java.util.Arrays.setAll(personas, right::personaDual);
    var wrong = new Plan(groups, personas);
    wrong.add(right.group(0), right.persona(1), 1);
    wrong.add(right.group(1), right.persona(0), 1);
    for (int flow = 2; flow < right.size(); flow++) {
      wrong.add(right.group(flow), right.persona(flow), right.units(flow));
    }
    return wrong;
  }

  private static Transport transport(Problem problem, int capacity, long seed) {
    return new Transport(problem, Objective.SUM, capacity, Transport.Order.of(problem, seed));
  }

  private static Plan paths(Transport transport) {
    Problem problem = transport.problem();
    var lists =
        RankedLists.of(
            new WeightWalk(problem, ONE),
            Objective.SUM::scaled,
            new RankedLists(problem.groups(), transport.order().ranks(), problem.humans().size()));
    return new ShortestAugmentingPath(lists).solve(transport);
  }

  private static Plan auction(Transport transport) {
    return new GroupAuction(new WeightRows(transport.problem())).solve(transport);
  }

  private static void check(Transport transport, Plan plan) {
    new CertificateChecker(transport, plan, new WeightWalk(transport.problem(), ONE)).check("test");
  }

  private static long[][] gains(Problem problem) {
    long[][] gains = new long[problem.humans().size()][problem.personas().size()];
    for (int human = 0; human < gains.length; human++) {
      for (int persona = 0; persona < gains[human].length; persona++) {
        gains[human][persona] = Objective.SUM.scaled(BruteForce.product(problem, human, persona));
      }
    }
    return gains;
  }

  private static BigInteger total(Transport transport, Plan plan) {
    BigInteger total = BigInteger.ZERO;
    for (int flow = 0; flow < plan.size(); flow++) {
      double weight = transport.problem().weight(plan.group(flow), plan.persona(flow));
      total =
          total.add(
              BigInteger.valueOf(Objective.SUM.scaled(weight))
                  .multiply(BigInteger.valueOf(plan.units(flow))));
    }
    return total;
  }
}
