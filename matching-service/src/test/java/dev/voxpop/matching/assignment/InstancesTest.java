package dev.voxpop.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstancesTest {

  private static final Matchmaker MATCHMAKER = Matchmaker.with(new Workers(2));

  @Test
  void draws_ofTheGenerator_areThePublishedOnes() {
    assertThat(Instances.value(1, 1, 0)).isEqualTo(0x6078bf180ff8632fL);
    assertThat(
            new int[] {
              Instances.below(1, 1, 0, 10_000),
              Instances.below(1, 1, 1, 10_000),
              Instances.below(1, 1, 2, 10_000),
              Instances.below(1, 1, 3, 10_000)
            })
        .containsExactly(3768, 8168, 2682, 1959);
  }

  @ParameterizedTest
  @CsvSource({
    "20261, 5f2107307303793b, 5949a2372369bfbe",
    "20262, 8810476c7c3bef0b, f445264285440cbd"
  })
  void instances_ofTenThousand_haveThePublishedChecksums(
      long seed, String humans, String personas) {
    assertThat(Instances.humansHash(seed, 10_000)).isEqualTo(humans);
    assertThat(Instances.personasHash(seed, 10_000)).isEqualTo(personas);
  }

  @ParameterizedTest
  @CsvSource({
    "20261, 1000, 1000, 10, 292.915600240",
    "20261, 2000, 2000, 2, 710.971385267",
    "20261, 500, 2000, 0, 251.609457101",
    "20261, 10000, 10000, 0, 4510.716858719",
    "20262, 1000, 1000, 0, 11.602442858",
    "20262, 2000, 2000, 0, 26.143410703",
    "20262, 500, 2000, 0, 10.417150627",
    "20262, 10000, 10000, 0, 145.947955273"
  })
  void maximumWeight_ofPublishedInstances_isThePublishedOptimum(
      long seed, int humans, int personas, int unsupported, double optimum) {
    Problem problem =
        Problem.of(Instances.humans(seed, humans), Instances.personas(seed, personas));
    Matching matching = MATCHMAKER.match(problem, Specification.of(Method.MAXIMUM_WEIGHT, 1));
    assertThat(matching.total()).isCloseTo(optimum, within(6e-10));
    assertThat(matching.count(PairStatus.NO_SUPPORT)).isEqualTo(unsupported);
    assertThat(matching.certificate().orElseThrow().gap()).isLessThan(1e-9);
  }

  @ParameterizedTest
  @CsvSource({"20261, 7825.361874288", "20262, 401.848143641"})
  void greedy_ofTenThousand_hasThePublishedTotal(long seed, double total) {
    Problem problem = Problem.of(Instances.humans(seed, 10_000), Instances.personas(seed, 10_000));
    Matching matching = MATCHMAKER.match(problem, Specification.of(Method.GREEDY, 1));
    assertThat(matching.total()).isCloseTo(total, within(6e-10));
  }

  @Test
  void shortestAugmentingPath_onSampledTwoThousand_needsFewHeapOperations() {
    Problem problem = Instances.sampled(2000, 2000);
    var order = Transport.Order.of(problem, 1);
    var lists =
        RankedLists.of(
            new WeightWalk(problem, new Workers(1)), Objective.SUM::scaled, order.ranks());
    var solver = new ShortestAugmentingPath(lists);
    solver.solve(new Transport(problem, Objective.SUM, 1, order));
    assertThat(solver.pops()).isLessThanOrEqualTo(4 * 2000);
  }
}
