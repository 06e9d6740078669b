package dev.voxpop.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.simulator.question.Item;
import dev.voxpop.simulator.question.NominalItem;
import dev.voxpop.simulator.question.OrdinalItem;
import dev.voxpop.simulator.society.Society;
import dev.voxpop.simulator.trait.Education;
import dev.voxpop.simulator.trait.LevelSet;
import dev.voxpop.simulator.trait.Trait;
import dev.voxpop.simulator.trait.TraitOptions;
import dev.voxpop.simulator.trait.TraitQuestions;
import dev.voxpop.simulator.trait.TraitWords;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wordings of the shipped sample wave and traits, as prompts and panels will bring them. */
final class SampleWaveTest {
  private static final List<String> AGREE =
      List.of("Agree strongly", "Agree a little", "Disagree a little", "Disagree strongly");
  private static final String SILENT =
      "Do you agree or disagree: bars and stages on the quays should fall silent at ten in the evening.";
  private static final String LATE =
      "Do you agree or disagree: music on the quays should be allowed until long after midnight.";
  private static final Society SOCIETY = Society.shared();
  private static final BeliefReader READER = BeliefReader.of(SOCIETY, Senses.of(SOCIETY));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How worried are you about additives in the food that is sold at the harbour market? | Very worried;Fairly worried;Not too worried;Not at all worried",
        "When you buy packaged food, how closely do you read the label? | Very closely;Fairly closely;Not too closely;Not at all closely",
        "Would it be good or bad if city hall let artificial intelligence answer residents' letters? | Very good;Fairly good;Neither good nor bad;Fairly bad;Very bad",
        "Should the city spend more or less on libraries and parks, if local taxes rise or fall to match? | Much more;A little more;About as much as now;A little less;Much less"
      })
  void question_withAScale_isOrdinal(String question, String options) {
    assertThat(item(question, List.of(options.split(";", -1)))).isInstanceOf(OrdinalItem.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How do you mostly get from one side of the harbour to the other? | By ferry;By bus or tram;By car or motorcycle;By bicycle or on foot",
        "What should become of the empty pier at the east end of the harbour? | Homes at moderate rents;A public park;Workshops and small firms;It should stay as it is"
      })
  void question_withThings_isNominal(String question, String options) {
    assertThat(item(question, List.of(options.split(";", -1)))).isInstanceOf(NominalItem.class);
  }

  @Test
  void reversedPair_ofThePopulation_correlatesNegatively() {
    double[] x = answers(SILENT);
    double[] y = answers(LATE);
    assertThat(correlation(x, y)).isLessThan(-0.15);
  }

  @Test
  void storyForQuiet_agreesWithSilence() {
    Belief belief =
        READER.believe(
            List.of(new Part.Prose("I love quiet hours at night. I cannot stand loud bars.")));
    double[] odds =
        item(SILENT, AGREE).predict(belief.attitudes(), dev.voxpop.simulator.question.Mind.HONEST);
    double[] other =
        item(LATE, AGREE).predict(belief.attitudes(), dev.voxpop.simulator.question.Mind.HONEST);
    double[] before =
        item(SILENT, AGREE)
            .predict(
                READER.believe(List.of()).attitudes(), dev.voxpop.simulator.question.Mind.HONEST);
    assertThat(odds[0] + odds[1]).isGreaterThan(before[0] + before[1]);
    assertThat(other[3]).isGreaterThan(0.2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EDUCATION | What is the highest level of schooling you have completed? | Less than high school;High school diploma or GED;Some college or an associate degree;Bachelor's degree;A degree beyond a bachelor's",
        "EDUCATION | What is the highest level of schooling you have completed? | Less than high school;High school diploma or GED;Some college, but no degree;Associate degree;Bachelor's degree;Professional degree, such as law or medicine;Master's degree;Doctoral degree;Prefer not to answer",
        "INCOME | How much did your household earn last year, before taxes? | Less than $25,000;$25,000 to $49,999;$50,000 to $74,999;$75,000 to $99,999;$100,000 to $149,999;$150,000 or more",
        "RACE | Which of these describes your race or ethnic background best? | American Indian or Alaska Native;Asian or Asian American;Black or African American;Hispanic or Latino;Middle Eastern or North African;Native Hawaiian or Pacific Islander;White or Caucasian;Another race, or more than one;Prefer not to answer",
        "GENDER | What is your gender? | A man;A woman;Described in some other way",
        "GENDER | What is your gender? | Male;Female;Non-binary or another gender;Prefer not to answer",
        "RELIGION | What is your religion today, if you have one? | Protestant;Roman Catholic;Mormon;Orthodox Christian;Jewish;Muslim;Buddhist;Hindu;Atheist;Agnostic;Another religion;Nothing in particular;Prefer not to answer",
        "REGION | In which part of the United States do you live? | Northeast;Midwest;South;West;Prefer not to answer",
        "PARTY | Thinking of politics these days, are you a Democrat, a Republican, an Independent, or something else? | Democrat;Republican;Independent;Another party;No preference;Prefer not to answer"
      })
  void trait_ofEveryLevel_hasExactlyOneOption(Trait trait, String question, String listed) {
    List<String> options = List.of(listed.split(";", -1));
    TraitOptions found = TraitQuestions.recognise(question, options).orElseThrow();
    assertThat(found.trait()).isEqualTo(trait);
    for (int level = 0; level < trait.levels(); level++) {
      int of = level;
      assertThat(
              IntStream.range(0, options.size()).filter(i -> found.meaning(i).contains(of)).count())
          .as(trait + " " + level)
          .isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AGE | 65-110 | I am 65 years old or older.",
        "EDUCATION | Less than high school | I did not finish high school.",
        "EDUCATION | High school | I have a high school diploma and no further schooling.",
        "EDUCATION | Some college or an associate degree | I went to college for some time but I do not have a bachelor's degree.",
        "EDUCATION | Postgraduate | I hold a degree beyond a bachelor's.",
        "GENDER | Other | I am neither a man nor a woman.",
        "INCOME | $25,000 to $49,999 | My household earns between $25,000 and $50,000 a year.",
        "INCOME | $150,000 or more | My household earns $150,000 a year or more.",
        "EDUCATION | Postgraduate | Education: master's, professional or doctoral degree",
        "GENDER | Other | Gender: neither man nor woman",
        "INCOME | $150,000 or more | Household income: $150,000 a year or more",
        "RACE | Black | Race or ethnicity: Black"
      })
  void sentence_ofTheWave_statesItsLevel(Trait trait, String value, String sentence) {
    Belief belief = READER.believe(List.of(new Part.Prose(sentence)));
    assertThat(belief.statement(trait)).isEqualTo(TraitWords.meaning(trait, value));
  }

  @Test
  void levels_beyondABachelors_areThree() {
    assertThat(TraitWords.meaning(Trait.EDUCATION, "A degree beyond a bachelor's"))
        .isEqualTo(
            LevelSet.named(
                Trait.EDUCATION,
                Education.PROFESSIONAL + "," + Education.MASTER + "," + Education.DOCTORAL));
  }

  @ParameterizedTest
  @CsvSource({"age_4, AGE", "age_6, AGE", "income_13, INCOME", "gender, GENDER", "party, PARTY"})
  void trait_byFileName_isFound(String name, Trait trait) {
    assertThat(Trait.named(name)).contains(trait);
  }

  @Test
  void trait_ofAnotherName_isNone() {
    assertThat(Trait.named("ideology")).isEmpty();
  }

  private static Item item(String question, List<String> options) {
    return SOCIETY.item(question, options);
  }

  private static double[] answers(String question) {
    return SOCIETY.reference().stream()
        .mapToDouble(person -> SOCIETY.answer(person, question, AGREE))
        .toArray();
  }

  private static double correlation(double[] x, double[] y) {
    double mx = java.util.Arrays.stream(x).average().orElseThrow();
    double my = java.util.Arrays.stream(y).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mx) * (y[i] - my);
      xx += (x[i] - mx) * (x[i] - mx);
      yy += (y[i] - my) * (y[i] - my);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
