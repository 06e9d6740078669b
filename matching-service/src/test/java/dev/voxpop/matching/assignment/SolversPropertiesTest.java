package dev.voxpop.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
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
  void shortestAugmentingPath_withListsCutToOneEntry_readsOnAndFindsTheSamePlan() {
    var random = new SplittableRandom(20);
    for (int round = 0; round < 200; round++) {
      Problem problem = SmallCases.random(random, 2 + random.nextInt(40), 2 + random.nextInt(40));
      var transport = transport(problem, 1 + random.nextInt(2), round);
      int[] limits = new int[problem.groups()];
      Arrays.fill(limits, 1);
      var cut =
          RankedLists.of(
              new WeightWalk(problem, ONE),
              Objective.SUM::scaled,
              transport.order().ranks(),
              limits);
      Plan plan = new ShortestAugmentingPath(cut).solve(transport);
      Plan whole = paths(transport);
      check(transport, plan);
      assertThat(plan.size()).isEqualTo(whole.size());
      for (int flow = 0; flow < plan.size(); flow++) {
        assertThat(plan.persona(flow)).isEqualTo(whole.persona(flow));
        assertThat(plan.group(flow)).isEqualTo(whole.group(flow));
        assertThat(plan.units(flow)).isEqualTo(whole.units(flow));
      }
    }
  }

  @Test
  void bothSolvers_whenAllWeightsAreEqual_end() {
    var builder = Personas.builder(SmallCases.TRAITS);
    for (int j = 0; j < 60; j++) {
      builder.add("p" + j, 1, 1, 1, 1, 1, 1, 1);
    }
    Personas equal = builder.build();
    for (int humans : new int[] {5, 60, 90}) {
      Problem problem = Problem.of(SmallCases.humans(new SplittableRandom(humans), humans), equal);
      var transport = transport(problem, 1, humans);
      Plan paths = paths(transport);
      check(transport, paths);
      assertThat(total(transport, auction(transport))).isEqualTo(total(transport, paths));
    }
  }

  @Test
  void walk_withFloors_leavesOutOnlyWhatIsBelow() {
    var random = new SplittableRandom(21);
    for (int round = 0; round < 100; round++) {
      Problem problem = SmallCases.random(random, 30, 1 + random.nextInt(100));
      double[][] weights = new double[problem.groups()][problem.personas().size()];
      double floor = random.nextDouble() / 2;
      new WeightWalk(problem, new Workers(1 + round % 3))
          .forEach(
              group -> floor,
              (group, personas, found, count) -> {
                for (int i = 0; i < count; i++) {
                  weights[group][personas[i]] = found[i];
                }
              });
      for (int group = 0; group < weights.length; group++) {
        for (int persona = 0; persona < weights[group].length; persona++) {
          double weight = problem.weight(group, persona);
          if (weight >= floor || weights[group][persona] != 0) {
            assertThat(weights[group][persona]).isEqualTo(weight);
          }
        }
      }
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
    Arrays.setAll(groups, right::groupDual);
    Arrays.setAll(personas, right::personaDual);
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
    var walk = new WeightWalk(transport.problem(), ONE);
    return new ShortestAugmentingPath(
            RankedLists.of(walk, Objective.SUM::scaled, transport.order().ranks()))
        .solve(transport);
  }

  private static Plan auction(Transport transport) {
    return new GroupAuction(ONE).solve(transport);
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
