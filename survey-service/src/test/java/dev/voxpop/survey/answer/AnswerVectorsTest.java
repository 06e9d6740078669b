package dev.voxpop.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.instrument.item.DisplayOrder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of examples that defines reading; option indices are 0-based here. */
class AnswerVectorsTest {
  private static final DisplayOrder OWN = DisplayOrder.identity(4);
  private static final DisplayOrder REVERSED = DisplayOrder.reversed(4);

  @ParameterizedTest(name = "{0} on {1} shown {2} reads {3}")
  @MethodSource("likely")
  void likelyScale_example_readsAsListed(
      String text, AnswerScale scale, DisplayOrder order, String expected) {
    assertThat(Scales.brief(Scales.read(text, scale, order))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} on {1} reads {2}")
  @MethodSource("traits")
  void trait_example_readsAsListed(String text, String trait, String expected) {
    assertThat(Scales.brief(text, Scales.trait(trait))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} with order [1, 2, 0] reads {1}")
  @MethodSource("threeOptions")
  void threeOptions_permutedByACycle_readOriginalIndex(String text, String expected) {
    AnswerScale scale = Scales.of("three", "red", "green", "blue");
    assertThat(Scales.brief(Scales.read(text, scale, DisplayOrder.of(1, 2, 0))))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} with Republican first reads {1}")
  @MethodSource("party")
  void party_republicanShownFirst_readsAsListed(String text, String expected) {
    DisplayOrder swapped = DisplayOrder.of(1, 0, 2, 3, 4, 5);
    assertThat(Scales.brief(Scales.read(text, Scales.trait("party"), swapped))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} reads {1}")
  @MethodSource("yesNo")
  void yesNo_example_readsAsListed(String text, String expected) {
    assertThat(Scales.brief(text, Scales.of("yes-no", "Yes", "No"))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} of five reader options reads {1}")
  @MethodSource("reader")
  void readerOfFiveOptions_example_readsAsListed(String text, String expected) {
    AnswerScale scale = AnswerScale.of(Scales.TRAITS.require("age_4").readerItem().orElseThrow());
    assertThat(scale.size()).isEqualTo(5);
    assertThat(Scales.brief(text, scale)).isEqualTo(expected);
  }

  static Stream<Arguments> likely() {
    return Stream.of(
        likely("(A)", OWN, "0"),
        likely("(A)", REVERSED, "3"),
        likely("(A) Very likely", OWN, "0"),
        likely("(A) Very likely", REVERSED, "unreadable conflict"),
        likely("Very likely", OWN, "0"),
        likely("Very likely", REVERSED, "0"),
        likely("I think it's very likely", OWN, "0"),
        likely("I think it's very likely", REVERSED, "0"),
        likely("My answer is (d)", OWN, "3"),
        likely("My answer is (d)", REVERSED, "0"),
        likely("(A) or (B)", OWN, "unreadable ambiguous"),
        likely("I'm not sure", OWN, "refused dont_know"),
        likely("I'm not sure, probably (C)", OWN, "2"),
        likely("I'd rather not say", OWN, "refused phrase"),
        likely("", OWN, "unreadable empty"),
        likely("It is not very likely", OWN, "unreadable negated"),
        likely("I don't think it's very likely.", OWN, "unreadable negated"),
        likely("Definitely not (A).", OWN, "unreadable negated"),
        likely("A/B", OWN, "unreadable ambiguous"),
        likely("B because I have seen it", REVERSED, "2"));
  }

  static Stream<Arguments> traits() {
    return Stream.of(
        Arguments.of("(B)", "age_4", "1"),
        Arguments.of("I am 25 years old.", "age_4", "0"),
        Arguments.of("under 30", "age_4", "0"),
        Arguments.of("twenty-two", "age_4", "0"),
        Arguments.of("45-54", "age_4", "unreadable ambiguous"),
        Arguments.of("17", "age_4", "unreadable out_of_range"),
        Arguments.of("(A) 50-64", "age_4", "unreadable conflict"),
        Arguments.of("about $55,000", "income_13", "5"),
        Arguments.of("$50k", "income_13", "5"),
        Arguments.of("$200,000 or more", "income_13", "12"),
        Arguments.of("$1.2 million", "income_13", "12"),
        Arguments.of("$18 an hour", "income_13", "unreadable no_match"),
        Arguments.of("more than 100k", "income_13", "unreadable ambiguous"),
        Arguments.of("Mexican", "race", "3"),
        Arguments.of("white man with African American wife", "race", "unreadable ambiguous"),
        Arguments.of("I am a woman", "gender", "1"),
        Arguments.of("My mother was strict", "gender", "unreadable no_match"),
        Arguments.of("Some college, but no degree", "education", "2"),
        Arguments.of("I have a PhD", "education", "7"),
        Arguments.of("Other", "religion", "10"),
        Arguments.of("Catholic", "religion", "1"),
        Arguments.of("I live in the Midwest", "region", "1"),
        Arguments.of("I'm a 42-year-old mother of two.", "age_4", "1"),
        Arguments.of("late 60s", "age_4", "3"),
        Arguments.of("$50,000 plus my 401(k)", "income_13", "5"),
        Arguments.of("$200 a day", "income_13", "unreadable no_match"),
        Arguments.of("A Master's Degree", "education", "6"),
        Arguments.of("White, not Hispanic or Latino", "race", "6"),
        Arguments.of("South Dakota", "region", "1"));
  }

  static Stream<Arguments> threeOptions() {
    return Stream.of(Arguments.of("A", "1"), Arguments.of("B", "2"), Arguments.of("C", "0"));
  }

  static Stream<Arguments> party() {
    return Stream.of(
        Arguments.of("A", "1"),
        Arguments.of("(A)", "1"),
        Arguments.of("No preference", "4"),
        Arguments.of("A Republican", "1"),
        Arguments.of("I'm not a Republican", "unreadable negated"));
  }

  static Stream<Arguments> yesNo() {
    return Stream.of(
        Arguments.of("I have no idea", "refused dont_know"),
        Arguments.of("No", "1"),
        Arguments.of("Yes, I do", "0"));
  }

  static Stream<Arguments> reader() {
    return Stream.of(Arguments.of("(E) Was not mentioned", "4"), Arguments.of("(B)", "1"));
  }

  private static Arguments likely(String text, DisplayOrder order, String expected) {
    return Arguments.of(text, Named.of("likely", Scales.LIKELY), order, expected);
  }
}
