package dev.voxpop.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.instrument.item.DisplayOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisationTest {

  @ParameterizedTest(name = "{0} has the words {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Ph.D. from M.I.T.        | PhD from MIT
          I don't have a bachelor's | I dont have a bachelors
          don\u2019t                | dont
          **Very** _likely_        | Very likely
          `B`                      | B
          \\boxed{B}               | B
          \\boxed{\\text{Very likely}} | Very likely
          {A}                      | A
          mother-in-law            | mother in law
          \uff26\uff55\uff4c\uff4c width | Full width
          cafe\u0301          | caf\u00e9
          \ufb01ne                 | fine
          zero\u200bwidth          | zerowidth
          1,000,000 and 1,00       | 1000000 and 1 00
          $55,000.50               | 55000.50
          v1.2                     | v1.2
          5*3                      | 5 3
          'quoted'                 | quoted
          # Heading                | Heading
          \u540c\u610f             | \u540c \u610f
          """)
  void text_scanned_hasTheseWords(String text, String words) {
    assertThat(String.join(" ", WordScanner.scan(text).words())).isEqualTo(words);
  }

  @Test
  void leadingThought_isLeftOutWhetherItsOpeningTagIsThereOrNot() {
    assertThat(Scales.brief("<think>(A), surely</think>\n\n(B)", Scales.LIKELY)).isEqualTo("1");
    assertThat(Scales.brief("(A), surely</think> (B)", Scales.LIKELY)).isEqualTo("1");
    assertThat(Scales.brief("<think>(A), surely", Scales.LIKELY)).isEqualTo("unreadable empty");
  }

  @Test
  void stopString_endsTheAnswerOnlyBehindText() {
    Display display =
        new Display(DisplayOrder.identity(4), Scales.STANDARD, List.of("\n", "Question:"));
    assertThat(parse(" \n (B)\nQuestion: (C)?", display)).isEqualTo("1");
    assertThat(parse("(B) Question: why not (C)?", display)).isEqualTo("1");
    assertThat(parse("Question: (C)", display)).isEqualTo("2");
  }

  @Test
  void lineBreaks_withoutStopStrings_areSpaces() {
    assertThat(Scales.brief("I would say\nnot too\nlikely", Scales.LIKELY)).isEqualTo("2");
  }

  @Test
  void evidence_ofNormalisedText_pointsIntoTheRawText() {
    String raw =
        "<think>x</think> I\u2019m \u201c**V\u0435ry** likely\u201d \ufb01ne: \uff08\uff22\uff09";
    assertThat(spans(raw)).containsExactly("\uff22");
    assertThat(spans("It\u2019s \u201cvery\u00a0\u00a0likely\u201d \u2026"))
        .containsExactly("very\u00a0\u00a0likely");
    assertThat(spans("not \\boxed{(A)}")).containsExactly("A");
  }

  @Test
  void blankAndMarkedUpNothing_areEmpty() {
    assertThat(Scales.brief(" \n\t ", Scales.LIKELY)).isEqualTo("unreadable empty");
    assertThat(Scales.brief("****", Scales.LIKELY)).isEqualTo("unreadable empty");
    assertThat(Scales.brief("...", Scales.LIKELY)).isEqualTo("unreadable no_match");
  }

  private static List<String> spans(String raw) {
    return Scales.read(raw, Scales.LIKELY).evidence().stream()
        .map(e -> raw.substring(e.start(), e.end()))
        .toList();
  }

  private static String parse(String text, Display display) {
    return Scales.brief(AnswerParser.parse(RawAnswer.complete(text), Scales.LIKELY, display));
  }
}
