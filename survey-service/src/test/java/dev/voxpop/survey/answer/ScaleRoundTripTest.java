package dev.voxpop.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiment.Bracket;
import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.item.Alias;
import dev.voxpop.instrument.item.AliasScope;
import dev.voxpop.instrument.item.Item;
import dev.voxpop.instrument.item.ItemOption;
import dev.voxpop.instrument.item.Permutations;
import dev.voxpop.instrument.trait.Trait;
import dev.voxpop.instrument.wave.Question;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScaleRoundTripTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("traitIds")
  void shippedTrait_everySpellingAndSymbol_readsBack(String id) {
    Trait trait = Scales.TRAITS.require(id);
    assertReadsBack(trait.item());
    assertReadsBack(trait.itemWithoutRefusal());
    trait.readerItem().ifPresent(ScaleRoundTripTest::assertReadsBack);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void shippedQuestion_everySpellingAndSymbol_readsBack(Question question) {
    assertReadsBack(question.item());
  }

  @Test
  void oneAliasOfTwoOptions_check_namesBoth() {
    Item item =
        Item.of(
            "colour",
            "Which?",
            List.of(
                ItemOption.substantive("1", "Crimson", List.of(Alias.anywhere("red"))),
                ItemOption.substantive("2", "Scarlet", List.of(Alias.anywhere("Red")))),
            Permutations.none());
    assertThat(ScaleRoundTrip.check(AnswerScale.of(item)))
        .extracting(ScaleRoundTrip.Collision::text)
        .containsExactly(
            "'red' of option 'Crimson' speaks for 'Scarlet' and is read as unreadable (ambiguous)."
                + "\nMaybe word one of the two differently.",
            "'Red' of option 'Scarlet' speaks for 'Crimson' and is read as unreadable (ambiguous)."
                + "\nMaybe word one of the two differently.");
  }

  @Test
  void aliasThatIsADisplayedSymbol_check_namesBoth() {
    Item item =
        Item.of(
            "letter",
            "Which?",
            List.of(
                ItemOption.substantive("1", "First", List.of()),
                ItemOption.substantive("2", "Second", List.of(Alias.of("A", AliasScope.WHOLE)))),
            Permutations.none());
    assertThat(
            ScaleRoundTrip.check(
                AnswerScale.of(item), List.of(Scales.format(Symbol.UPPER, Bracket.ROUND))))
        .isNotEmpty()
        .allSatisfy(
            c -> {
              assertThat(c.option()).isEqualTo("Second");
              assertThat(c.others()).containsExactly("First");
            });
  }

  private static void assertReadsBack(Item item) {
    assertThat(ScaleRoundTrip.check(AnswerScale.of(item)))
        .as(item.id())
        .extracting(ScaleRoundTrip.Collision::text)
        .isEmpty();
  }

  static Stream<String> traitIds() {
    return Scales.TRAITS.ids().stream();
  }

  static Stream<Question> questions() {
    return Waves.shipped().byId().values().stream().flatMap(wave -> wave.questions().stream());
  }
}
