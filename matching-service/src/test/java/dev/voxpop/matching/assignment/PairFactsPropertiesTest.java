package dev.voxpop.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairFactsPropertiesTest {

  @Test
  void facts_ofEveryMethod_equalTheirDefinitions() {
    var random = new SplittableRandom(23);
    for (int round = 0; round < 200; round++) {
      Problem problem = SmallCases.random(random, 12, 15);
      for (Method method : Method.values()) {
        Matching matching =
            Matchmaker.with(new Workers(1)).match(problem, Specification.of(method, round));
        PairFacts facts = PairFacts.of(matching, new Workers(1 + round % 2));
        for (int human = 0; human < 12; human++) {
          if (matching.persona(human) != Matching.NOBODY) {
            assertFacts(problem, matching, facts, human);
          }
        }
      }
    }
  }

  private static void assertFacts(Problem problem, Matching matching, PairFacts facts, int human) {
    double weight = BruteForce.product(problem, human, matching.persona(human));
    double best = 0;
    int larger = 0;
    for (int persona = 0; persona < 15; persona++) {
      double other = BruteForce.product(problem, human, persona);
      best = Math.max(best, other);
      larger += other > weight ? 1 : 0;
    }
    int ties = 0;
    int reuse = 0;
    for (int persona = 0; persona < 15; persona++) {
      ties += BruteForce.product(problem, human, persona) == best ? 1 : 0;
    }
    for (int other = 0; other < 12; other++) {
      reuse += matching.persona(other) == matching.persona(human) ? 1 : 0;
    }
    assertThat(matching.weight(human)).isEqualTo(weight);
    assertThat(facts.rank(human)).isEqualTo(1 + larger);
    assertThat(facts.bestWeight(human)).isEqualTo(best);
    assertThat(facts.ratio(human)).isEqualTo(weight / best);
    assertThat(facts.ties(human)).isEqualTo(ties);
    assertThat(facts.reuse(human)).isEqualTo(reuse);
  }
}
