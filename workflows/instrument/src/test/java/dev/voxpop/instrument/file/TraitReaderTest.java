package dev.voxpop.instrument.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.instrument.item.Quantity;
import dev.voxpop.instrument.trait.Trait;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TraitReaderTest {
  private static final String BASE =
      """
      apiVersion: v1
      kind: Trait
      id: pets
      quantity: money-per-year
      question: What do your pets cost?
      options:
        - {name: little, text: Little, from: 0, below: 100}
        - {name: much, text: Much, from: 100}
      refusal: No answer
      reader: {question: "What does the story say?", notMentioned: Nothing}
      permutations:
        list: [[0, 1], {order: [1, 0], question: "And backwards?"}]
      followUps: [{trait: vets, after: [much]}]
      """;

  @Test
  void trait_everything_isRead() {
    Trait trait = read(BASE).orElseThrow();
    assertThat(trait.quantity()).contains(Quantity.MONEY_PER_YEAR);
    assertThat(trait.option("much").orElseThrow().band().orElseThrow().isOpenEnded()).isTrue();
    assertThat(trait.item().text(DisplayOrder.of(1, 0, 2))).isEqualTo("And backwards?");
    assertThat(trait.item().text(trait.item().ownOrder())).isEqualTo("What do your pets cost?");
    assertThat(trait.sha256()).hasSize(64);
  }

  @Test
  void traitsThatCannotWork_areRefused() {
    assertRefused(BASE + "protected: true\n", "protected trait is never read");
    assertRefused(BASE.replace("below: 100", "below: 90"), "does not begin where little ends");
    assertRefused(BASE.replace("from: 100", "form: 100"), "you meant from");
    assertRefused(BASE.replace("name: little", "name: none"), "is taken");
    assertRefused(BASE.replace("name: little", "name: much"), "name much occurs twice");
    assertRefused(BASE.replace("text: Little", "text: much"), "both read");
    assertRefused(BASE.replace("after: [much]", "after: [muhc]"), "you meant much");
    assertRefused(BASE.replace("order: [1, 0]", "order: [1, 2]"), "not a permutation");
    assertRefused(BASE.replace("refusal: No answer\n", ""), "refusal is required");
    assertRefused(BASE.replace("kind: Trait", "kind: SurveyWave"), "no trait file");
    assertRefused("", "file is empty");
  }

  private static Reading<Trait> read(String text) {
    return TraitReader.read(SourceFile.of("pets.yaml", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertRefused(String text, String part) {
    Reading<Trait> reading = read(text);
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(reading.problems())
        .anySatisfy(problem -> assertThat(problem.message()).contains(part));
  }
}
