package dev.voxpop.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.matching.trait.TraitLabels;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RandomPairingTest {

  private static final List<TraitLabels> TRAITS = List.of(new TraitLabels("a", List.of("x", "y")));

  /** The .999 quantile of chi-square with 9 degrees of freedom (R 4.3: qchisq(.999, 9)). */
  private static final double QUANTILE = 27.877164871;

  @Test
  void partner_overManySeeds_isUniform() {
    Problem problem = problem(6, 10);
    int[][] partners = new int[3][10];
    int seeds = 10_000;
    for (int seed = 0; seed < seeds; seed++) {
      Matching matching = pair(problem, seed);
      for (int human = 0; human < 3; human++) {
        partners[human][matching.persona(human)]++;
      }
    }
    for (int[] counts : partners) {
      double expected = seeds / 10.0;
      double chiSquare =
          Arrays.stream(counts).mapToDouble(c -> (c - expected) * (c - expected) / expected).sum();
      assertThat(chiSquare).isLessThan(QUANTILE);
    }
  }

  @Test
  void personas_whenThereAreEnough_areDistinct() {
    assertThat(pair(problem(10, 10), 3).uses()).containsOnly(1);
  }

  @Test
  void personas_whenThereAreFewer_areUsedEquallyOften() {
    int[] uses = pair(problem(23, 10), 3).uses();
    assertThat(uses).containsOnly(2, 3);
    assertThat(Arrays.stream(uses).sum()).isEqualTo(23);
  }

  private static Matching pair(Problem problem, long seed) {
    return Matchmaker.with(new Workers(1)).match(problem, Specification.of(Method.RANDOM, seed));
  }

  private static Problem problem(int humans, int personas) {
    var people = Humans.builder(TRAITS);
    for (int i = 0; i < humans; i++) {
      people.add("h" + i, i % 2);
    }
    var pool = Personas.builder(TRAITS);
    for (int j = 0; j < personas; j++) {
      pool.add("p" + j, 1, 1);
    }
    return Problem.of(people.build(), pool.build());
  }
}
