package dev.voxpop.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.matching.trait.TraitLabels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatchmakerTest {

  private static final double[][] EXAMPLE = {{.30, .28, .01}, {.25, .10, .02}, {.24, .05, .03}};
  private static final Matchmaker MATCHMAKER = Matchmaker.with(new Workers(2));

  @Test
  void greedy_withoutCap_givesEveryHumanTheBestPersona() {
    Matching matching = match(EXAMPLE, Specification.of(Method.GREEDY, 1));
    assertThat(pairs(matching)).containsExactly("h1-p1", "h2-p1", "h3-p1");
    assertThat(matching.total()).isCloseTo(.79, within(1e-12));
  }

  @Test
  void greedy_withCapOne_usesEveryPersonaOnce() {
    Matching matching = match(EXAMPLE, Specification.of(Method.GREEDY, 1).withCapacity(1));
    assertThat(pairs(matching)).containsExactly("h1-p1", "h2-p2", "h3-p3");
    assertThat(matching.total()).isCloseTo(.43, within(1e-12));
  }

  @Test
  void greedy_withCapOfAllHumans_equalsGreedyWithoutCap() {
    var random = new SplittableRandom(5);
    for (int round = 0; round < 200; round++) {
      Problem problem = SmallCases.random(random, 8, 5);
      Specification greedy = Specification.of(Method.GREEDY, round);
      assertThat(pairs(MATCHMAKER.match(problem, greedy.withCapacity(8))))
          .isEqualTo(pairs(MATCHMAKER.match(problem, greedy)));
    }
  }

  @Test
  void maximumWeight_workedExample_movesOneHumanToTheSecondPersona() {
    Matching matching = match(EXAMPLE, Specification.of(Method.MAXIMUM_WEIGHT, 1));
    assertThat(pairs(matching)).containsExactly("h1-p2", "h2-p1", "h3-p3");
    assertThat(matching.total()).isCloseTo(.56, within(1e-12));
    assertThat(matching.capacity()).hasValue(1);
    assertThat(matching.certificate().orElseThrow().gap()).isLessThan(1e-12);
  }

  @Test
  void maximumWeight_fewerPersonasThanHumans_raisesTheCapacityToPlaceAll() {
    double[][] two = {{.30, .28}, {.25, .10}, {.24, .05}};
    Matching matching = match(two, Specification.of(Method.MAXIMUM_WEIGHT, 1));
    assertThat(matching.capacity()).hasValue(2);
    assertThat(pairs(matching)).containsExactly("h1-p2", "h2-p1", "h3-p1");
    assertThat(matching.total()).isCloseTo(.77, within(1e-12));
  }

  @Test
  void capacity_tooSmall_isRefusedOrListed() {
    double[][] two = {{.30, .28}, {.25, .10}, {.24, .05}};
    for (Method method : List.of(Method.GREEDY, Method.MAXIMUM_WEIGHT)) {
      Specification one = Specification.of(method, 1).withCapacity(1);
      assertThatThrownBy(() -> match(two, one))
          .hasMessageContaining("3 humans need a place")
          .hasMessageContaining("Maybe raise the capacity to 2");
      Matching matching = match(two, one.withSurplus(Surplus.ALLOW_UNMATCHED));
      assertThat(matching.count(PairStatus.UNMATCHED_CAPACITY)).isEqualTo(1);
      assertThat(matching.count(PairStatus.MATCHED)).isEqualTo(2);
    }
  }

  @Test
  void human_withoutSupport_isListedUnlessAskedFor() {
    double[][] weights = {{.5, .2}, {0, 0}};
    for (Method method : Method.values()) {
      Specification listed = Specification.of(method, 1);
      assertThat(match(weights, listed).status(1)).isEqualTo(PairStatus.NO_SUPPORT);
      Matching placed = match(weights, listed.withOnZero(OnZero.RANDOM));
      assertThat(placed.status(1)).isEqualTo(PairStatus.MATCHED);
      assertThat(placed.weight(1)).isZero();
    }
    Specification capped = Specification.of(Method.GREEDY, 1).withCapacity(1);
    assertThat(pairs(match(weights, capped.withOnZero(OnZero.RANDOM))))
        .containsExactly("h1-p1", "h2-p2");
  }

  @Test
  void human_whoseOnlyPersonaIsTaken_isMatchedAtWeightZero() {
    double[][] weights = {{.5, .0}, {.4, 0}};
    for (Method method : List.of(Method.GREEDY, Method.MAXIMUM_WEIGHT)) {
      Matching matching = match(weights, Specification.of(method, 1).withCapacity(1));
      assertThat(pairs(matching)).containsExactly("h1-p1", "h2-p2");
      assertThat(matching.weight(1)).isZero();
    }
  }

  @Test
  void weight_ofMissingTrait_isOneOverTheNumberOfLabels() {
    List<TraitLabels> traits =
        List.of(
            new TraitLabels("age", List.of("young", "old")),
            new TraitLabels("gender", List.of("male", "female")),
            new TraitLabels("income", List.of("1", "2", "3", "4", "5")));
    Humans humans =
        Humans.builder(traits).add("h1", 0, 1, Humans.MISSING).add("h2", 0, 0, 3).build();
    Personas personas = Personas.builder(traits).add("p", 30, 10, 20, 20, 40, 0, 0, 0, 0).build();
    Problem problem = Problem.of(humans, personas);
    assertThat(problem.weight(problem.groupOf(0), 0)).isEqualTo(.75 * .5 * .2);
    assertThat(problem.weight(problem.groupOf(1), 0)).isZero();
  }

  @Test
  void trait_missingForAllHumans_isLeftOut() {
    List<TraitLabels> traits =
        List.of(
            new TraitLabels("age", List.of("young", "old")),
            new TraitLabels("party", List.of("left", "right", "none")));
    Humans humans = Humans.builder(traits).add("h1", 0, Humans.MISSING).build();
    Personas personas = Personas.builder(traits).add("p", 3, 1, 1, 0, 0).build();
    Problem problem = Problem.of(humans, personas);
    assertThat(problem.weight(0, 0)).isEqualTo(.75);
  }

  @Test
  void persona_withoutMass_isUniformAndFlagged() {
    List<TraitLabels> traits = List.of(new TraitLabels("age", List.of("a", "b", "c", "d")));
    Personas personas =
        Personas.builder(traits, .5).add("p", 0, 0, 0, 0).add("q", 1, 0, 0, 0).build();
    assertThat(personas.isUndetermined(0, 0)).isTrue();
    assertThat(personas.mass(0, 2, 0)).isEqualTo(.25);
    assertThat(personas.isUndetermined(0, 1)).isFalse();
    assertThat(personas.mass(0, 0, 1)).isEqualTo(.5);
  }

  @Test
  void matching_shuffledInputsAndManyThreads_isTheSame() {
    for (Method method : Method.values()) {
      for (Specification specification :
          List.of(Specification.of(method, 9), Specification.of(method, 9).withCapacity(3))) {
        Matching first = match(300, 400, new Random(1), specification, 1);
        Matching second = match(300, 400, new Random(2), specification, 16);
        assertThat(pairs(second)).isEqualTo(pairs(first));
      }
    }
  }

  @Test
  void matching_anotherSeed_breaksTiesDifferently() {
    for (Method method : Method.values()) {
      Matching first = match(300, 400, new Random(1), Specification.of(method, 1), 2);
      Matching second = match(300, 400, new Random(1), Specification.of(method, 2), 2);
      assertThat(pairs(second)).isNotEqualTo(pairs(first));
      if (method != Method.RANDOM) {
        assertThat(second.total()).isCloseTo(first.total(), within(1e-9));
      }
    }
  }

  @Test
  void maximumWeight_allWeightsEqual_endsAndPlacesEverybody() {
    double[][] equal = new double[40][30];
    for (double[] row : equal) {
      java.util.Arrays.fill(row, 1.0 / 41);
    }
    Matching matching = match(equal, Specification.of(Method.MAXIMUM_WEIGHT, 3));
    assertThat(matching.count(PairStatus.MATCHED)).isEqualTo(40);
    assertThat(matching.total()).isCloseTo(40.0 / 41, within(1e-9));
  }

  @Test
  void maximumWeight_twoValuedWeightsAndCopies_endsAtTheOptimum() {
    var random = new SplittableRandom(3);
    for (int round = 0; round < 50; round++) {
      var traits = List.of(new TraitLabels("a", List.of("x", "y", "z")));
      var humans = Humans.builder(traits);
      var personas = Personas.builder(traits);
      for (int i = 0; i < 60; i++) {
        humans.add("h" + i, random.nextInt(3));
        boolean known = random.nextInt(2) == 0;
        int label = random.nextInt(3);
        personas.add(
            "p" + i, IntStream.range(0, 3).mapToDouble(c -> known && c != label ? 0 : 1).toArray());
      }
      Matching matching =
          MATCHMAKER.match(
              Problem.of(humans.build(), personas.build()),
              Specification.of(Method.MAXIMUM_WEIGHT, round));
      assertThat(matching.certificate().orElseThrow().gap()).isLessThan(1e-9);
    }
  }

  @Test
  void ids_thatOccurTwice_areRefused() {
    var builder = Humans.builder(SmallCases.TRAITS).add("h", 0, 0, 0).add("h", 1, 1, 1);
    assertThatThrownBy(builder::build).hasMessageContaining("\"h\" occurs twice");
  }

  private static Matching match(
      int humans, int personas, Random shuffle, Specification specification, int threads) {
    List<Integer> humanOrder = new ArrayList<>(IntStream.range(0, humans).boxed().toList());
    List<Integer> personaOrder = new ArrayList<>(IntStream.range(0, personas).boxed().toList());
    Collections.shuffle(humanOrder, shuffle);
    Collections.shuffle(personaOrder, shuffle);
    var humansBuilder = Humans.builder(Instances.traits());
    humanOrder.forEach(i -> humansBuilder.add("h" + i, Instances.labelsOf(Instances.SAMPLED, i)));
    var personasBuilder = Personas.builder(Instances.traits());
    personaOrder.forEach(
        j ->
            personasBuilder.add(
                "p" + j,
                IntStream.of(Instances.countsOf(Instances.SAMPLED, j)).asDoubleStream().toArray()));
    return Matchmaker.with(new Workers(threads))
        .match(Problem.of(humansBuilder.build(), personasBuilder.build()), specification);
  }

  private static Matching match(double[][] weights, Specification specification) {
    return MATCHMAKER.match(SmallCases.table(weights), specification);
  }

  private static List<String> pairs(Matching matching) {
    Problem problem = matching.problem();
    return IntStream.range(0, problem.humans().size())
        .mapToObj(
            human ->
                problem.humans().id(human)
                    + "-"
                    + (matching.persona(human) == Matching.NOBODY
                        ? matching.status(human).text()
                        : problem.personas().id(matching.persona(human))))
        .toList();
  }
}
