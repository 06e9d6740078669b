package dev.voxpop.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

  @ParameterizedTest(name = "{0} reads {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          I am thirty five            | 1
          I'm 35 years                | 1
          35 years                    | 1
          married 35 years            | unreadable no_match
          in my 30s                   | 1
          in my mid-thirties          | 1
          early to mid 40s            | 1
          30-something                | 1
          he is in his 30s            | unreadable no_match
          music of the 60s            | unreadable no_match
          in my 40s or 50s            | unreadable ambiguous
          over 64                     | 3
          over the age of 65          | 3
          at least 50                 | unreadable ambiguous
          65+                         | 3
          65 years or older           | 3
          up to 29                    | 0
          almost 50                   | 1
          almost 30                   | 0
          just over 64                | 3
          between 30 and 49           | 1
          49 to 50                    | unreadable ambiguous
          30 to 49 years old          | 1
          under 18                    | unreadable out_of_range
          10 to 20                    | 0
          no more than 29             | 0
          no less than 65             | 3
          younger than 30             | 0
          born in 1985                | unreadable no_match
          150                         | unreadable no_match
          45%                         | unreadable no_match
          a mother of 45              | unreadable no_match
          25 miles                    | unreadable no_match
          $45                         | unreadable no_match
          42yo                        | 1
          24 months old               | unreadable no_match
          not 25                      | unreadable negated
          I'm 25, not 35              | 0
          25 and 12                   | unreadable ambiguous
          (B) I'm 35                  | 1
          (B) over 40                 | 1
          covid-19                    | unreadable no_match
          64.5                        | 2
          two                         | unreadable no_match
          """)
  void age_saidInManyWays_readsItsBand(String text, String expected) {
    assertThat(Scales.brief(text, Scales.trait("age_4"))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} reads {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          $0                              | 0
          0                               | unreadable no_match
          500                             | unreadable no_match
          55,000                          | 5
          55 thousand                     | 5
          fifty-five thousand dollars     | 5
          half a million                  | 12
          one hundred and fifty thousand  | 11
          50-60k                          | 5
          50 to 60,000                    | 5
          $50,000-$60,000                 | 5
          $50,000\u2013$59,999            | 5
          between 50 and 60 thousand      | 5
          under 10k                       | 0
          over $200,000                   | 12
          $200,000+                       | 12
          200k or more                    | 12
          just under $100,000             | 9
          $5,000 a month                  | unreadable no_match
          $5,000/month                    | unreadable no_match
          $55,000/year                    | 5
          $55k annually                   | 5
          $1,000 weekly                   | unreadable no_match
          an income of $55,000            | 5
          a debt of $55,000               | unreadable no_match
          I have $40,000 in the bank      | unreadable no_match
          2000                            | unreadable no_match
          $2,000                          | 0
          in 2015 I earned $45,000        | 4
          55,000\u20ac                    | 5
          (E) $55,000                     | unreadable conflict
          (F) more than 50k               | 5
          my 401k                         | unreadable no_match
          $60,000 plus a bonus            | 6
          120K                            | 10
          45 years old                    | unreadable no_match
          not $50k                        | unreadable negated
          $30k and $20k                   | unreadable ambiguous
          Less than $10,000               | 0
          """)
  void income_saidInManyWays_readsItsBand(String text, String expected) {
    assertThat(Scales.brief(text, Scales.trait("income_13"))).isEqualTo(expected);
  }
}
