package dev.voxpop.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.matching.trait.TraitLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  @Test
  void total_whenEveryWeightIsScaled_isScaled() {
    var random = new SplittableRandom(12);
    for (int round = 0; round < 200; round++) {
      int humans = 1 + random.nextInt(12);
      long people = random.nextLong();
      long pool = random.nextLong();
      double plain = scaled(people, humans, pool, 0, round);
      // One more trait with the same mass for everybody multiplies each weight by that mass.
      assertThat(scaled(people, humans, pool, 4, round)).isCloseTo(plain / 5, within(1e-12));
      assertThat(scaled(people, humans, pool, 7, round)).isCloseTo(plain / 8, within(1e-12));
    }
  }

  @Test
  void pairs_whenTwoEqualHumansSwapIds_swapNothingElse() {
    var random = new SplittableRandom(13);
    for (int round = 0; round < 200; round++) {
      Personas pool = SmallCases.personas(random, 12);
      int[][] labels = labels(SmallCases.humans(random, 9));
      labels[3] = labels[7].clone();
      Matching before = match(labels, pool, round);
      int[] held = labels[3];
      labels[3] = labels[7];
      labels[7] = held;
      Matching after = match(labels, pool, round);
      for (int human = 0; human < labels.length; human++) {
        assertThat(after.persona(human)).isEqualTo(before.persona(human));
      }
      assertThat(after.total()).isEqualTo(before.total());
    }
  }

  @Test
  void total_whenHumansOrPersonasArePermuted_staysTheSame() {
    var random = new SplittableRandom(14);
    for (int round = 0; round < 200; round++) {
      int[][] labels = labels(SmallCases.humans(random, 10));
      Personas pool = SmallCases.personas(random, 10);
      double before = match(labels, pool, round).total();
      for (int i = labels.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int[] held = labels[i];
        labels[i] = labels[other];
        labels[other] = held;
      }
      assertThat(match(labels, pool, round).total()).isCloseTo(before, within(1e-12));
    }
  }

  private static Matching match(int[][] labels, Personas pool, long seed) {
    var humans = Humans.builder(SmallCases.TRAITS);
    for (int i = 0; i < labels.length; i++) {
      humans.add("h" + i, labels[i]);
    }
    return MATCHMAKER.match(
        Problem.of(humans.build(), pool),
        Specification.of(Method.MAXIMUM_WEIGHT, seed)
            .withCapacity(1)
            .withSurplus(Surplus.ALLOW_UNMATCHED));
  }

  private static int[][] labels(Humans humans) {
    int[][] labels = new int[humans.size()][SmallCases.TRAITS.size()];
    for (int human = 0; human < labels.length; human++) {
      for (int trait = 0; trait < SmallCases.TRAITS.size(); trait++) {
        labels[human][trait] = humans.label(trait, human);
      }
    }
    return labels;
  }

  /** The optimum with a trait on which every persona has mass 1 ÷ (1 + rest) for every human. */
  private static double scaled(long people, int humans, long pool, int rest, long seed) {
    List<TraitLabels> traits = new ArrayList<>(SmallCases.TRAITS);
    traits.add(new TraitLabels("same", List.of("yes", "no")));
    Humans drawn = SmallCases.humans(new SplittableRandom(people), humans);
    Personas plain = SmallCases.personas(new SplittableRandom(pool), 10);
    var marked = Humans.builder(traits);
    int[][] labels = labels(drawn);
    for (int human = 0; human < humans; human++) {
      int[] more = Arrays.copyOf(labels[human], labels[human].length + 1);
      marked.add(drawn.id(human), more);
    }
    var builder = Personas.builder(traits);
    for (int j = 0; j < plain.size(); j++) {
      double[] masses = Arrays.copyOf(masses(plain, j), 9);
      masses[7] = 1;
      masses[8] = rest;
      builder.add(plain.id(j), masses);
    }
    return maximum(marked.build(), builder.build(), 1, seed);
  }

  private static double[] masses(Personas pool, int persona) {
    double[] masses = new double[7];
    int at = 0;
    for (int trait = 0; trait < pool.traits().size(); trait++) {
      for (int label = 0; label < pool.traits().get(trait).size(); label++) {
        masses[at++] = pool.mass(trait, label, persona);
      }
    }
    return masses;
  }

  private static Personas twice(Personas pool) {
    var builder = Personas.builder(pool.traits());
    for (int j = 0; j < pool.size(); j++) {
      double[] masses = masses(pool, j);
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
