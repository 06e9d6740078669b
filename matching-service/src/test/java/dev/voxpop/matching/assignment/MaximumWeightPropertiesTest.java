package dev.voxpop.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaximumWeightPropertiesTest {

  private static final Matchmaker MATCHMAKER = Matchmaker.with(new Workers(1));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void maximumWeight_smallRandomProblems_equalsBruteForce(int capacity) {
    var random = new SplittableRandom(100 + capacity);
    for (int round = 0; round < 700; round++) {
      int humans = 1 + random.nextInt(capacity == 1 ? 7 : 5);
      int personas = 1 + random.nextInt(capacity == 1 ? 6 : 4);
      Problem problem = SmallCases.random(random, humans, personas);
      for (Objective objective : Objective.values()) {
        Specification specification =
            Specification.of(Method.MAXIMUM_WEIGHT, round)
                .withCapacity(capacity)
                .withSurplus(Surplus.ALLOW_UNMATCHED)
                .withObjective(objective);
        Matching matching = MATCHMAKER.match(problem, specification);
        double best = BruteForce.best(problem, objective, capacity, human -> true);
        assertThat(value(matching, objective))
            .as("round %d, %s", round, objective)
            .isCloseTo(best, within(1e-12 * Math.max(1, best)));
        assertPlacesFilled(matching, capacity);
      }
    }
  }

  @Test
  void totals_ofAllMethods_areOrdered() {
    var random = new SplittableRandom(7);
    for (int round = 0; round < 300; round++) {
      int personas = 1 + random.nextInt(20);
      Problem problem = SmallCases.random(random, 1 + random.nextInt(personas), personas);
      double free = total(problem, Method.GREEDY, OptionalInt.empty(), round);
      double maximum = total(problem, Method.MAXIMUM_WEIGHT, OptionalInt.of(1), round);
      double capped = total(problem, Method.GREEDY, OptionalInt.of(1), round);
      double blind = total(problem, Method.RANDOM, OptionalInt.empty(), round);
      assertThat(free).isGreaterThanOrEqualTo(maximum - 1e-12);
      assertThat(maximum).isGreaterThanOrEqualTo(capped - 1e-12);
      assertThat(capped).isGreaterThanOrEqualTo(maximum / 2 - 1e-12);
      assertThat(maximum).isGreaterThanOrEqualTo(blind - 1e-12);
    }
  }

  @Test
  void total_poolChanges_neverFallsWhenThereIsMoreToChooseFrom() {
    var random = new SplittableRandom(11);
    for (int round = 0; round < 300; round++) {
      Humans humans = SmallCases.humans(random, 6);
      long seed = random.nextLong();
      Personas few = SmallCases.personas(new SplittableRandom(seed), 6);
      Personas more = SmallCases.personas(new SplittableRandom(seed), 7);
      double before = maximum(humans, few, 1, round);
      assertThat(maximum(humans, more, 1, round)).isGreaterThanOrEqualTo(before - 1e-12);
      assertThat(maximum(humans, twice(few), 1, round)).isGreaterThanOrEqualTo(before - 1e-12);
      assertThat(maximum(humans, few, 2, round)).isGreaterThanOrEqualTo(before - 1e-12);
    }
  }

  private static Personas twice(Personas pool) {
    var builder = Personas.builder(pool.traits());
    for (int j = 0; j < pool.size(); j++) {
      double[] masses = new double[7];
      int at = 0;
      for (int trait = 0; trait < pool.traits().size(); trait++) {
        for (int label = 0; label < pool.traits().get(trait).size(); label++) {
          masses[at++] = pool.mass(trait, label, j);
        }
      }
      builder.add(pool.id(j), masses).add(pool.id(j) + "-copy", masses);
    }
    return builder.build();
  }

  private static double maximum(Humans humans, Personas personas, int capacity, long seed) {
    return MATCHMAKER
        .match(
            Problem.of(humans, personas),
            Specification.of(Method.MAXIMUM_WEIGHT, seed)
                .withCapacity(capacity)
                .withSurplus(Surplus.ALLOW_UNMATCHED))
        .total();
  }

  private static double total(Problem problem, Method method, OptionalInt capacity, long seed) {
    Specification specification = Specification.of(method, seed);
    return MATCHMAKER
        .match(
            problem,
            capacity.isPresent() ? specification.withCapacity(capacity.getAsInt()) : specification)
        .total();
  }

  private static double value(Matching matching, Objective objective) {
    double sum = 0;
    for (int human = 0; human < matching.problem().humans().size(); human++) {
      if (matching.persona(human) != Matching.NOBODY) {
        sum +=
            objective.value(BruteForce.product(matching.problem(), human, matching.persona(human)));
      }
    }
    return sum;
  }

  private static void assertPlacesFilled(Matching matching, int capacity) {
    int places = capacity * matching.problem().personas().size();
    int supported = matching.problem().humans().size() - matching.count(PairStatus.NO_SUPPORT);
    assertThat(matching.count(PairStatus.MATCHED)).isEqualTo(Math.min(places, supported));
    for (int uses : matching.uses()) {
      assertThat(uses).isLessThanOrEqualTo(capacity);
    }
  }
}
