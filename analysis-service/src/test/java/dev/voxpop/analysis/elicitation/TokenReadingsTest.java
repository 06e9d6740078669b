package dev.voxpop.analysis.elicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.analysis.distribution.Belief;
import dev.voxpop.analysis.elicitation.TokenReadings.Reading;
import dev.voxpop.analysis.panel.Item;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenReadingsTest {

  private static final List<Item> ITEMS = List.of(Item.ordinal("q", 3), Item.ordinal("r", 2));

  @Test
  void vectors_ofRepeats_areTheMeanOfTheirMassesByPersonaAndQuestion() {
    TokenReadings readings = TokenReadings.of("x", ITEMS);
    readings.add(new Reading("p2", "b-1", "q", Map.of("1", .5, "3", .25, "99", .25)));
    readings.add(new Reading("p1", "b-1", "r", Map.of("1", 1.0)));
    readings.add(new Reading("p2", "b-1", "q", Map.of("1", .25, "2", .5, "3", .25)));
    readings.add(new Reading("p2", "b-1", "unknown", Map.of("1", 1.0)));

    assertThat(readings.vectors())
        .containsExactly(
            vector("p2", "q", new Belief("b-1", List.of(.375, .25, .25))),
            vector("p1", "r", new Belief("b-1", List.of(1.0, 0.0))));
  }

  @Test
  void vectors_ofPersonasWithoutStory_areClustersOfTheirOwn() {
    TokenReadings readings = TokenReadings.of("x", ITEMS);
    readings.add(new Reading("r-1", null, "r", Map.of("2", 1.0)));

    assertThat(readings.vectors())
        .containsExactly(vector("r-1", "r", new Belief("r-1", List.of(0.0, 1.0))));
  }

  @Test
  void reading_ofLogarithms_isRefused() {
    TokenReadings readings = TokenReadings.of("x", ITEMS);
    readings.add(new Reading("r-1", null, "r", Map.of("2", -1.0)));

    assertThatThrownBy(readings::vectors).hasMessageContaining("Maybe they are logarithms");
  }

  private static ProbabilityVector vector(String persona, String question, Belief belief) {
    return new ProbabilityVector("x", Mode.LOG_PROBABILITIES, persona, question, belief);
  }
}
