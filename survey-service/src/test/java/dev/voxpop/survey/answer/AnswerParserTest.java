package dev.voxpop.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.voxpop.contracts.event.AnswerState;
import dev.voxpop.instrument.item.Alias;
import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.instrument.item.Item;
import dev.voxpop.instrument.item.ItemOption;
import dev.voxpop.instrument.item.Permutations;
import dev.voxpop.survey.answer.ParsedAnswer.Choice;
import dev.voxpop.survey.answer.ParsedAnswer.Refusal;
import dev.voxpop.survey.answer.ParsedAnswer.Shown;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerParserTest {

  @ParameterizedTest(name = "{0}, cut, reads {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          (B) Fairly likely, as I have | 1
          B                            | 1
          Very likely, because         | 0
          Very likely                  | truncated
          I think it is very likely    | truncated
          (Z) is what                  | unreadable unknown_symbol
          (A) or (B) or                | unreadable ambiguous
          ~~                           | truncated
          """)
  void answerCutByTheLimit_isReadOnlyWhenItBeginsClearly(String text, String expected) {
    Display display = Display.unbounded(DisplayOrder.identity(4), Scales.STANDARD);
    assertThat(Scales.brief(AnswerParser.parse(RawAnswer.cut(text), Scales.LIKELY, display)))
        .isEqualTo(expected);
  }

  @Test
  void answerCutBehindAStopString_isReadInFull() {
    Display display =
        new Display(DisplayOrder.identity(4), Scales.STANDARD, List.of("\n", "Question:"));
    assertThat(
            AnswerParser.parse(
                RawAnswer.cut("I think it is very likely\nQuestion: And"), Scales.LIKELY, display))
        .isInstanceOf(Choice.class);
  }

  @Test
  void choice_namesOptionSymbolAndPlace() {
    ParsedAnswer answer =
        Scales.read("I'd say fairly likely", Scales.LIKELY, DisplayOrder.reversed(4));
    assertThat(answer)
        .isEqualTo(
            new Choice(new Shown(1, "C"), List.of(new Evidence(Evidence.Kind.TEXT, 1, 8, 21))));
    assertThat(answer.state()).isEqualTo(AnswerState.VALID);
    assertThat(answer.kind()).isEqualTo("choice");
    assertThat(answer.reason()).isEmpty();
  }

  @Test
  void refusalOption_isRefusedWithItsOption() {
    ParsedAnswer answer = Scales.read("(E)", Scales.trait("age_4"));
    assertThat(answer).isInstanceOf(Refusal.class);
    assertThat(answer.shown()).contains(new Shown(4, "E"));
    assertThat(answer.reason()).contains("option");
    assertThat(Scales.read("I'd prefer not to say", Scales.trait("age_4")).shown()).isEmpty();
  }

  @Test
  void unreadable_keepsWhatWasFound() {
    ParsedAnswer answer = Scales.read("(A) 50-64", Scales.trait("age_4"));
    assertThat(answer.evidence())
        .extracting(Evidence::kind)
        .containsExactly(Evidence.Kind.SYMBOL, Evidence.Kind.QUANTITY);
    assertThat(answer.evidence()).extracting(Evidence::option).containsExactly(0, 2);
  }

  @Test
  void orderOfAnotherSize_isRefused() {
    Display display = Display.unbounded(DisplayOrder.identity(3), Scales.STANDARD);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnswerParser.parse(RawAnswer.complete("A"), Scales.LIKELY, display))
        .withMessageContaining("likely shows 4 options and the order has 3.\nMaybe");
  }

  @Test
  void anotherLanguage_isReadBySymbolsTextsAndAliases() {
    Item item =
        Item.of(
            "zustimmung",
            "Stimmen Sie zu?",
            List.of(
                ItemOption.substantive(
                    "1",
                    "Stimme v\u00f6llig zu",
                    List.of(Alias.anywhere("vollkommen einverstanden"))),
                ItemOption.substantive("2", "Stimme eher nicht zu", List.of()),
                ItemOption.substantive("3", "\u540c\u610f\u3057\u306a\u3044", List.of())),
            Permutations.reversible());
    AnswerScale scale = AnswerScale.of(item, Lexicon.of("de-AT"));
    assertThat(Scales.brief("Antwort: (B)", scale)).isEqualTo("1");
    assertThat(Scales.brief("Ich STIMME V\u00d6LLIG ZU.", scale)).isEqualTo("0");
    assertThat(Scales.brief("Stimme vo\u0308llig zu", scale)).isEqualTo("0");
    assertThat(Scales.brief("Da bin ich vollkommen einverstanden", scale)).isEqualTo("0");
    assertThat(Scales.brief("\u79c1\u306f\u540c\u610f\u3057\u306a\u3044\u3002", scale))
        .isEqualTo("2");
    assertThat(ScaleRoundTrip.check(scale)).isEmpty();
  }

  @Test
  void pictographOption_isReadByItsPicture() {
    AnswerScale scale = Scales.of("faces", "\ud83d\ude00", "\ud83d\ude10", "\u2639");
    assertThat(Scales.brief("I feel \ud83d\ude10 today", scale)).isEqualTo("1");
    assertThat(Scales.brief("\u2639\ufe0f", scale)).isEqualTo("2");
    assertThat(Scales.brief("\u2705 (A)", scale)).isEqualTo("0");
  }

  @Test
  void typicalAnswers_allocateAtMostTwoKibibytes() {
    for (String text :
        List.of(" (B)", " B", " (b) Fairly likely", " I think it's fairly likely.", "A or B")) {
      assertThat(allocated(text, Scales.LIKELY)).as(text).isLessThanOrEqualTo(2048);
    }
    assertThat(allocated("I'm a 42-year-old mother of two.", Scales.trait("age_4")))
        .isLessThanOrEqualTo(2048);
    assertThat(allocated("$50,000 plus my 401(k)", Scales.trait("income_13")))
        .isLessThanOrEqualTo(2048);
    assertThat(allocated("White, not Hispanic or Latino", Scales.trait("race")))
        .isLessThanOrEqualTo(2048);
  }

  private static long allocated(String text, AnswerScale scale) {
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    Display display =
        new Display(
            DisplayOrder.identity(scale.size()), Scales.STANDARD, List.of("\n", "Question:"));
    RawAnswer answer = RawAnswer.complete(text);
    Optional<ParsedAnswer> last = Optional.empty();
    for (int i = 0; i < 2_000; i++) {
      last = Optional.of(AnswerParser.parse(answer, scale, display));
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1_000; i++) {
      last = Optional.of(AnswerParser.parse(answer, scale, display));
    }
    assertThat(last).isPresent();
    return (threads.getCurrentThreadAllocatedBytes() - before) / 1_000;
  }
}
