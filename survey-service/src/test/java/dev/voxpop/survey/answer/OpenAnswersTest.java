package dev.voxpop.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.survey.answer.ParsedAnswer.Amount;
import dev.voxpop.survey.answer.ParsedAnswer.Text;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAnswersTest {
  private static final OpenAnswers OPEN = OpenAnswers.of(List.of("\n"), Lexicon.english());

  @Test
  void words_areKeptAsTheyCame() {
    assertThat(OPEN.text(RawAnswer.complete(" The \u201cold\u201d pier.\nQuestion")))
        .isEqualTo(new Text("The \u201cold\u201d pier."));
    assertThat(Scales.brief(OPEN.text(RawAnswer.complete(" ")))).isEqualTo("unreadable empty");
    assertThat(Scales.brief(OPEN.text(RawAnswer.cut("The old")))).isEqualTo("truncated");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          About 1,250.50 dollars  | 1250.5
          -5                      | -5
          3 million               | 3000000
          twenty-two, yes 22      | 22
          """)
  void oneNumber_isTheAmount(String text, BigDecimal expected) {
    assertThat(OPEN.amount(RawAnswer.complete(text)))
        .isInstanceOfSatisfying(
            Amount.class, amount -> assertThat(amount.value()).isEqualByComparingTo(expected));
  }

  @Test
  void numberBeyondAllBounds_isNoAmount() {
    String text = "9".repeat(400) + " million";
    assertThat(Scales.brief(OPEN.amount(RawAnswer.complete(text))))
        .isEqualTo("unreadable no_match");
    assertThat(Scales.brief(text, Scales.trait("income_13"))).isEqualTo("unreadable no_match");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          5 or 6           | unreadable ambiguous
          not 5            | unreadable negated
          I don't know     | refused dont_know
          I'd rather not say | refused phrase
          many             | unreadable no_match
          ~~               | unreadable empty
          """)
  void anythingElse_isNoAmount(String text, String expected) {
    assertThat(Scales.brief(OPEN.amount(RawAnswer.complete(text)))).isEqualTo(expected);
  }
}
