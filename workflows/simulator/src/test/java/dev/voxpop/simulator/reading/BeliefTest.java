package dev.voxpop.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.simulator.question.Topic;
import dev.voxpop.simulator.question.Topics;
import dev.voxpop.simulator.society.Person;
import dev.voxpop.simulator.society.Society;
import dev.voxpop.simulator.trait.LevelSet;
import dev.voxpop.simulator.trait.Trait;
import dev.voxpop.simulator.trait.TraitWords;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BeliefTest {
  private static final BeliefReader READER =
      BeliefReader.of(Society.shared(), Senses.of(Society.shared()));

  private static Belief read(String prompt) {
    return READER.believe(
        PromptReader.completion(prompt + "\n\nQuestion: Is it so?\n(A) Yes\n(B) No\nAnswer:")
            .before());
  }

  private static double mass(Belief belief, LevelSet levels) {
    double[] shares = belief.levels(levels.trait());
    double mass = 0;
    for (int level = 0; level < shares.length; level++) {
      mass += levels.contains(level) ? shares[level] : 0;
    }
    return mass;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AGE | 34 | I am 34 years old.",
        "AGE | 34 | I'm 34, and I work 12 hours a day.",
        "AGE | 30-39 | I am in my thirties now.",
        "AGE | 30-49 | I am between 30 and 49 years old.",
        "AGE | 65+ | I am 65 or older.",
        "AGE | 34-35 | I was born in 1991.",
        "AGE | 18-29 | Age: 18-29",
        "AGE | 30-49 | Question: How old are you?\\n\\nAnswer: 30 to 49",
        "AGE | 30-49 | Question: How old are you?\\n(A) 18 to 29\\n(B) 30 to 49\\n(C) 50 or older\\nAnswer: (B)",
        "INCOME | 50000 to 60000 | My household earns between $50,000 and $60,000 a year.",
        "INCOME | Less than 30000 | Our household income is less than $30,000.",
        "INCOME | 52000 | I make about $52,000 a year before taxes.",
        "INCOME | 100000 or more | Income: $100,000 or more",
        "EDUCATION | Master | I have a master's degree in music.",
        "EDUCATION | Less than high school | I dropped out of high school at sixteen.",
        "EDUCATION | College graduate | I am a college graduate.",
        "REGION | Midwest | I live in a small town in Ohio.",
        "REGION | South | I live in the South.",
        "REGION | West | region: West",
        "GENDER | Female | I am a 34 year old woman.",
        "GENDER | Male | I am a man.",
        "RACE | Hispanic | I'm Mexican American and proud of it.",
        "RACE | White | I am white.",
        "RELIGION | Catholic | I was raised Catholic.",
        "RELIGION | Nothing in particular | When it comes to religion I am nothing in particular.",
        "PARTY | Republican | I usually vote Republican.",
        "PARTY | Independent | I think of myself as an independent."
      })
  void fact_stated_takesNearlyAllMass(Trait trait, String value, String text) {
    Belief belief = read(text.replace("\\n", "\n"));
    assertThat(mass(belief, TraitWords.meaning(trait, value))).isGreaterThan(0.9);
    assertThat(belief.stated()).contains(trait);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AGE | My mother is 72 years old.",
        "AGE | I worked 20 hours a week for 30 dollars.",
        "GENDER | My wife is a woman of few words.",
        "RELIGION | My neighbor is Catholic.",
        "EDUCATION | I teach high school students.",
        "INCOME | Our house cost $250,000.",
        "RACE | The house next to ours was white.",
        "PARTY | I am not a Republican."
      })
  void word_aboutSomethingElse_statesNothing(Trait trait, String text) {
    assertThat(read(text).stated()).doesNotContain(trait);
  }

  @Test
  void fact_statedLater_beatsTheEarlierOne() {
    Belief belief = read("I live in Ohio. That was then.\n\nI live in Texas.");
    assertThat(mass(belief, TraitWords.meaning(Trait.REGION, "South"))).isGreaterThan(0.95);
  }

  @Test
  void fact_stated_beatsHints() {
    Belief belief =
        read(
            "Since I retired I play with my grandchildren, and my hip replacement is fine. I am 25 years old.");
    assertThat(mass(belief, TraitWords.meaning(Trait.AGE, "25"))).isGreaterThan(0.9);
  }

  @Test
  void hint_alone_movesTheBelief() {
    LevelSet female = LevelSet.named(Trait.GENDER, "FEMALE");
    assertThat(mass(read("My husband cooks."), female))
        .isGreaterThan(mass(read("Somebody cooks."), female) + 0.2);
  }

  @Test
  void text_withoutClue_leavesThePopulation() {
    Belief belief = read("The sea is wide and grey today.");
    double share =
        Society.shared().reference().stream()
                .filter(p -> p.traits().gender().name().equals("FEMALE"))
                .count()
            / (double) Society.REFERENCE_SIZE;
    assertThat(mass(belief, LevelSet.named(Trait.GENDER, "FEMALE")))
        .isCloseTo(share, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(belief.attitudes().mean().length()).isLessThan(0.1);
  }

  @Test
  void traits_notStated_followFromStatedOnes() {
    LevelSet rich = TraitWords.meaning(Trait.INCOME, "100000 or more");
    assertThat(mass(read("I hold a PhD. I am 50 years old."), rich))
        .isGreaterThan(1.5 * mass(read("I dropped out of high school. I am 50 years old."), rich));
  }

  @Test
  void opinion_inText_movesItsTopic() {
    Topic topic = Topics.all().getFirst();
    double loved =
        read("I love " + topic.welcome().getFirst() + ".")
            .attitudes()
            .mean()
            .dot(topic.direction());
    double hated =
        read("I cannot stand " + topic.welcome().getFirst() + ".")
            .attitudes()
            .mean()
            .dot(topic.direction());
    assertThat(loved).isGreaterThan(0.6);
    assertThat(hated).isLessThan(-0.6);
  }

  @Test
  void opinions_ofEveryTopic_areUnderstood() {
    for (Topic topic : Topics.all()) {
      for (String thing : topic.welcome()) {
        assertThat(
                read("Ask anyone: i am all for " + thing + ", always have.")
                    .attitudes()
                    .mean()
                    .dot(topic.direction()))
            .as(thing)
            .isGreaterThan(0.6);
      }
      for (String thing : topic.unwelcome()) {
        assertThat(
                read("I am all for " + thing.toUpperCase(Locale.ROOT) + ".")
                    .attitudes()
                    .mean()
                    .dot(topic.direction()))
            .as(thing)
            .isLessThan(-0.6);
      }
    }
  }

  @Test
  void readingOfPeople_whoStateAllTraits_findsTheirExpectation() {
    Person person = Society.shared().reference().getFirst();
    Belief belief = read("I am " + person.traits().age() + " years old.");
    assertThat(belief.attitudes().variance(Topics.all().getFirst().direction()))
        .isBetween(0.6, 1.0);
    assertThat(List.of(belief.statement(Trait.AGE).size())).containsExactly(1);
  }
}
