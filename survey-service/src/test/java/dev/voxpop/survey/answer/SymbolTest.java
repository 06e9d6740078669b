package dev.voxpop.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiment.Bracket;
import dev.voxpop.contracts.experiment.Symbol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolTest {
  private static final AnswerScale NINE =
      Scales.of("nine", "ax", "bx", "cx", "dx", "ex", "fx", "gx", "hx", "ix");

  @ParameterizedTest(name = "{0} reads {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "B"                     | 1
          [b]                     | 1
          (b) bx                  | 1
          (B bx                   | 1
          (B)bx                   | 1
          B) bx                   | 1
          B: because              | 1
          The answer is B.        | 1
          My choice would be "C"  | 2
          I'd go with C           | 2
          Option C sounds right   | 2
          Answer: (A)             | 0
          A because of that       | 0
          A, definitely           | 0
          A. ax                   | 0
          I pick A as usual       | 0
          A friend told me so     | unreadable no_match
          (A friend told me so)   | unreadable no_match
          A bx                    | 1
          I think so              | unreadable no_match
          (I think so)            | unreadable no_match
          (I) think               | 8
          I                       | 8
          I) ix                   | 8
          A or B                  | unreadable ambiguous
          A - B                   | unreadable ambiguous
          B, C                    | unreadable ambiguous
          B and I agree           | 1
          (B) B b                 | 1
          parent(s)               | unreadable no_match
          e.g. some               | unreadable no_match
          B.A. is mine            | unreadable no_match
          C-level                 | unreadable no_match
          vitamin B               | unreadable no_match
          (Z)                     | unreadable unknown_symbol
          Z.                      | unreadable unknown_symbol
          (B), not (Z)            | 1
          (2)                     | unreadable no_match
          b is it                 | unreadable no_match
          """)
  void upperCaseInRoundBrackets_read(String text, String expected) {
    assertThat(brief(text, Symbol.UPPER)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} reads {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          (b)                | 1
          (B)                | 1
          b, because         | 1
          b bx               | 1
          b since then       | 1
          b is what I say    | unreadable no_match
          (b is what I say)  | unreadable no_match
          I choose b         | 1
          a friend           | unreadable no_match
          i think so         | unreadable no_match
          a or b             | unreadable ambiguous
          """)
  void lowerCase_read(String text, String expected) {
    assertThat(brief(text, Symbol.LOWER)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} reads {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          (2)                | 1
          2                  | 1
          2.                 | 1
          2) bx              | 1
          2, because         | 1
          2 bx               | 1
          I choose 2         | 1
          2 children         | unreadable no_match
          I think 2 children | unreadable no_match
          1/2                | unreadable ambiguous
          1 or 2             | unreadable ambiguous
          $2                 | unreadable no_match
          2%                 | unreadable no_match
          2.5                | unreadable no_match
          2:30               | unreadable no_match
          2nd                | unreadable no_match
          (12)               | unreadable unknown_symbol
          in (2015)          | unreadable no_match
          B                  | unreadable no_match
          """)
  void numbers_read(String text, String expected) {
    assertThat(brief(text, Symbol.NUMBER)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{1} on {0} reads {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          age_4     | 2            | 1
          age_4     | (2)          | 1
          age_4     | 2. 30 to 49  | 1
          age_4     | 25           | 0
          age_4     | 17           | unreadable out_of_range
          age_4     | 2 years ago  | unreadable out_of_range
          age_4     | (2) 35       | 1
          income_13 | 6            | 5
          income_13 | (6) $55,000  | 5
          """)
  void numbersOnNumericScales_areSymbolsOnlyWhenTheyAreNoAmounts(
      String trait, String text, String expected) {
    assertThat(
            Scales.brief(
                Scales.read(
                    text, Scales.trait(trait), Scales.format(Symbol.NUMBER, Bracket.ROUND))))
        .isEqualTo(expected);
  }

  private static String brief(String text, Symbol symbol) {
    return Scales.brief(Scales.read(text, NINE, Scales.format(symbol, Bracket.ROUND)));
  }
}
