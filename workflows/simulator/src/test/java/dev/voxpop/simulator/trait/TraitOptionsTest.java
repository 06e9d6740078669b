package dev.voxpop.simulator.trait;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TraitOptionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AGE | How old are you? | 18-24;25-34;35-44;45-54;55-64;65+;Prefer not to answer",
        "AGE | Which age group are you in? | 18 to 29;30 to 49;50 to 64;65 or older",
        "INCOME | What was your household income last year? | Less than $10,000;$10,000 to less than $20,000;$20,000 to less than $50,000;$50,000 to less than $150,000;$150,000 or more",
        "INCOME | How much do you earn in a year? | Under 30k;30k-60k;60k-100k;Over 100k",
        "EDUCATION | What is the highest level of education you have completed? | Less than high school;High school or GED;Some college, no degree;Associate degree;Bachelor's degree;Professional degree;Master's degree;Doctoral degree;Prefer not to answer",
        "REGION | In which part of the country do you live? | Northeast;Midwest;South;West",
        "GENDER | What is your gender? | Male;Female;Other",
        "GENDER | Are you a man or a woman? | A man;A woman;In some other way",
        "RACE | How do you describe your race or ethnicity? | White;Black;Hispanic;Asian;Other",
        "RELIGION | What is your present religion, if any? | Protestant;Roman Catholic;Mormon;Orthodox;Jewish;Muslim;Buddhist;Hindu;Atheist;Agnostic;Something else;Nothing in particular",
        "PARTY | In politics today, do you think of yourself as a Republican, a Democrat or an independent? | Republican;Democrat;Independent;Something else"
      })
  void question_aboutATrait_isRecognised(Trait trait, String question, String options) {
    Optional<TraitOptions> found =
        TraitQuestions.recognise(question, List.of(options.split(";", -1)));
    assertThat(found).map(TraitOptions::trait).contains(trait);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How important is religion in your life? | Very important;Fairly important;Not too important;Not at all important",
        "Old houses give the city its character. | Agree strongly;Agree a little;Disagree a little;Disagree strongly",
        "How worried are you about your income? | Very worried;Somewhat worried;Not too worried;Not at all worried",
        "Should schools teach more about the sea? | Yes;No",
        "How often do you talk about politics? | Every day;Weekly;Rarely;Never"
      })
  void question_aboutAnOpinion_isNoTraitQuestion(String question, String options) {
    assertThat(TraitQuestions.recognise(question, List.of(options.split(";", -1)))).isEmpty();
  }

  @Test
  void ages_anyBanding_fallIntoTheirBand() {
    TraitOptions options =
        TraitOptions.of(Trait.AGE, List.of("Under 30", "30-44", "45 to 64 years", "65+"));
    assertThat(options.meaning(0)).isEqualTo(LevelSet.range(Trait.AGE, 0, 11));
    assertThat(options.meaning(1)).isEqualTo(LevelSet.range(Trait.AGE, 12, 26));
    assertThat(options.meaning(3)).isEqualTo(LevelSet.range(Trait.AGE, 47, 77));
  }

  @Test
  void incomes_anyBanding_fallIntoTheirBand() {
    TraitOptions options =
        TraitOptions.of(
            Trait.INCOME,
            List.of(
                "Less than $30,000", "$30,000 to less than $40,000", "40-50k", "$150,000 or more"));
    assertThat(options.meaning(0)).isEqualTo(LevelSet.range(Trait.INCOME, 0, 5));
    assertThat(options.meaning(1)).isEqualTo(LevelSet.range(Trait.INCOME, 6, 7));
    assertThat(options.meaning(2)).isEqualTo(LevelSet.range(Trait.INCOME, 8, 9));
    assertThat(options.meaning(3)).isEqualTo(LevelSet.range(Trait.INCOME, 30, 50));
  }

  @Test
  void levels_thatNoOptionNames_belongToOther() {
    TraitOptions options =
        TraitOptions.of(
            Trait.RACE, List.of("White non-Hispanic", "Black non-Hispanic", "Hispanic", "Other"));
    assertThat(options.meaning(0)).isEqualTo(LevelSet.named(Trait.RACE, "WHITE"));
    assertThat(options.meaning(3)).isEqualTo(LevelSet.named(Trait.RACE, "!WHITE,BLACK,HISPANIC"));
  }

  @Test
  void masses_ofABelief_sumToThatOfNamedLevels() {
    TraitOptions options = TraitOptions.of(Trait.GENDER, List.of("Female", "Male"));
    assertThat(options.masses(new double[] {0.3, 0.6, 0.1})).containsExactly(0.6, 0.3);
  }
}
