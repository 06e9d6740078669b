package dev.voxpop.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Option texts and aliases: longest first, whole words, scopes, denial, refusals. */
class OptionTextTest {
  private static final AnswerScale IMPORTANT =
      Scales.of("important", "Essential", "Important, but not essential", "Not important");
  private static final AnswerScale AMOUNT = Scales.of("amount", "All", "Most", "Some", "None");
  private static final AnswerScale YES_NO = Scales.of("yes-no", "Yes", "No");

  @ParameterizedTest(name = "{0} reads {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Important, but not essential   | 1
          IMPORTANT BUT NOT ESSENTIAL!   | 1
          It is essential                | 0
          Not essential                  | unreadable negated
          It is not important            | 2
          essentials                     | unreadable no_match
          non-essential                  | unreadable negated
          Essential or not important     | unreadable ambiguous
          """)
  void containedTexts_longestMatchMasksTheRest(String text, String expected) {
    assertThat(Scales.brief(text, IMPORTANT)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} reads {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Some                | 2
          Some, I guess       | 2
          I think most        | 1
          (C) Some            | 2
          (B) Some            | unreadable conflict
          None, I'm afraid    | 3
          Some of it          | unreadable no_match
          something           | unreadable no_match
          all of my friends   | unreadable no_match
          """)
  void wordsWithManyUses_countOnlyAtTheStart(String text, String expected) {
    assertThat(Scales.brief(text, AMOUNT)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} reads {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          No, I don't               | 1
          No I don't                | 1
          Yes we do                 | 0
          I think yes               | 0
          No way                    | unreadable no_match
          I have no idea            | refused dont_know
          Hard to say               | refused dont_know
          There is no doubt: yes    | unreadable no_match
          I decline to answer       | refused phrase
          As an AI I cannot. Yes.   | refused phrase
          (A), but I'd rather not say | unreadable conflict
          I don't know, maybe (A)   | 0
          """)
  void yesAndNo_readAsSaid(String text, String expected) {
    assertThat(Scales.brief(text, YES_NO)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} reads {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          I don't think it's very likely        | unreadable negated
          not very likely or not too likely     | unreadable negated
          Not just very likely                  | 0
          No doubt very likely                  | 0
          Without a doubt, very likely          | 0
          I doubt it is very likely             | unreadable negated
          I was not asked, very likely          | 0
          not fairly likely but very likely     | 0
          It isn't fairly or very likely        | unreadable negated
          It isn't fairly likely and very likely | 0
          Hardly (B) or (C)                     | unreadable negated
          not (B), (C)                          | 2
          neither (B) nor (C), but (D)          | 3
          used to be very likely                | unreadable negated
          """)
  void denial_reachesToTheEndOfItsClause(String text, String expected) {
    assertThat(Scales.brief(text, Scales.LIKELY)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{1} of {0} reads {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          gender    | F                                | 1
          gender    | (M)                              | 0
          gender    | a woman                          | 1
          gender    | I'm a proud black woman          | 1
          gender    | I am not a woman                 | unreadable negated
          gender    | I am married to a man            | unreadable no_match
          gender    | As a mother of two, I worry      | 1
          gender    | Mother was strict                | unreadable no_match
          gender    | My wife is a woman of few words  | unreadable no_match
          gender    | I am human                       | unreadable no_match
          gender    | non-binary                       | 2
          gender    | Prefer not to answer             | refused option
          race      | black and white                  | unreadable ambiguous
          race      | Half Asian, half white           | unreadable ambiguous
          race      | My race is white                 | 6
          race      | My wife is white                 | unreadable no_match
          race      | I identify as black              | 2
          race      | African-American                 | 2
          race      | white-collar worker              | unreadable no_match
          race      | non-Hispanic white               | 6
          race      | I'm Spanish                      | 3
          race      | I speak Spanish                  | unreadable no_match
          religion  | Christian                        | 0
          religion  | Orthodox Christian               | 3
          religion  | (B) Christian                    | 1
          religion  | not Catholic, just Christian     | 0
          religion  | My wife is Catholic              | unreadable no_match
          religion  | None                             | 11
          religion  | no religion                      | 11
          religion  | I don't believe in God           | 8
          religion  | Orthodox Jew                     | 4
          party     | Democrat (D)                     | 0
          party     | I lean Democrat                  | 0
          party     | I have no preference             | 4
          region    | West Virginia                    | 2
          region    | I live in Washington, D.C.       | 2
          region    | northern California              | 3
          education | B.A.                             | 4
          education | high school                      | 1
          education | I mastered the art               | unreadable no_match
          education | master                           | 6
          education | I am a master of disguise        | unreadable no_match
          """)
  void trait_aliasInItsScope_readsAsSaid(String trait, String text, String expected) {
    assertThat(Scales.brief(text, Scales.trait(trait))).isEqualTo(expected);
  }
}
