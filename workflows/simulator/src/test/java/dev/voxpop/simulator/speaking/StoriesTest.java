package dev.voxpop.simulator.speaking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.simulator.reading.Belief;
import dev.voxpop.simulator.reading.BeliefReader;
import dev.voxpop.simulator.reading.Part;
import dev.voxpop.simulator.reading.Senses;
import dev.voxpop.simulator.society.Society;
import dev.voxpop.simulator.trait.LevelSet;
import dev.voxpop.simulator.trait.Trait;
import dev.voxpop.simulator.trait.TraitWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StoriesTest {
  private static final String OPEN = "Question: Tell me about yourself and your life.\n\nAnswer:";
  private static final SimulatedModel MODEL = SimulatedModel.seeded(3);
  private static final List<String> STORIES = stories(400);

  private static List<String> stories(int n) {
    List<String> stories = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      stories.add(story(OPEN, i));
    }
    return stories;
  }

  private static String story(String prompt, long seed) {
    Sampling sampling = new Sampling(1, 1, seed, 1_500, List.of("Question:", "Q:", "Interview"));
    return MODEL
        .replies(Ask.of("sim-base-1", new Script.Text(prompt), sampling), 1)
        .getFirst()
        .text();
  }

  private static int words(String text) {
    return text.strip().split("\\s+", -1).length;
  }

  @Test
  void lengths_ofAllStories_liveWithinTheRange() {
    assertThat(STORIES).allSatisfy(story -> assertThat(words(story)).isBetween(60, 900));
    assertThat(STORIES.stream().filter(story -> words(story) < 120).count()).isLessThan(20);
  }

  @Test
  void lengths_ofMostStories_passTwoHundredFiftyWords() {
    assertThat(STORIES.stream().filter(story -> words(story) >= 250).count()).isGreaterThan(280);
  }

  @Test
  void stories_beginWithASpaceAndNeverHoldPlaceholders() {
    assertThat(STORIES)
        .allSatisfy(
            story -> assertThat(story).startsWith(" ").doesNotContain("<", "{", "}", "|", "  "));
  }

  @Test
  void stories_areDifferentButForAFew() {
    Set<String> different = new HashSet<>();
    STORIES.forEach(story -> different.add(story.toLowerCase(Locale.ROOT)));
    assertThat(different.size()).isBetween(385, 400);
  }

  @Test
  void stories_shareFewFiveWordRuns() {
    List<Set<String>> runs = STORIES.subList(0, 60).stream().map(StoriesTest::runs).toList();
    int close = 0;
    for (int i = 0; i < runs.size(); i++) {
      for (int j = 0; j < i; j++) {
        Set<String> common = new HashSet<>(runs.get(i));
        common.retainAll(runs.get(j));
        close += common.size() > 0.5 * Math.min(runs.get(i).size(), runs.get(j).size()) ? 1 : 0;
      }
    }
    assertThat(close).isLessThan(4);
  }

  @Test
  void tellers_areYoungerThanThePopulation() {
    BeliefReader reader = BeliefReader.of(Society.shared(), Senses.of(Society.shared()));
    double ages =
        STORIES.stream()
            .mapToDouble(story -> meanAge(reader.believe(List.of(new Part.Prose(story)))))
            .average()
            .orElseThrow();
    double population =
        Society.shared().reference().stream()
            .mapToInt(p -> p.traits().age())
            .average()
            .orElseThrow();
    assertThat(ages).isLessThan(population - 3);
  }

  @Test
  void traits_areStatedAtTheirRates() {
    BeliefReader reader = BeliefReader.of(Society.shared(), Senses.of(Society.shared()));
    for (Trait trait : Trait.values()) {
      long stated =
          STORIES.stream()
              .filter(
                  story -> reader.believe(List.of(new Part.Prose(story))).stated().contains(trait))
              .count();
      assertThat(stated / 400.0)
          .as(trait.name())
          .isBetween(Frankness.of(trait).stated() - 0.16, Frankness.of(trait).stated() + 0.10);
    }
  }

  @Test
  void flaws_ofSomeStories_areThere() {
    assertThat(
            STORIES.stream()
                .filter(story -> story.contains("\nMe: ") || story.startsWith(" Me: "))
                .count())
        .isBetween(4L, 35L);
    assertThat(STORIES.stream().filter(story -> !story.matches("(?s).*[.!?]$")).count())
        .isBetween(1L, 20L);
  }

  @Test
  void stories_withoutFailings_haveNoFlaw() {
    SimulatedModel model = SimulatedModel.failing(Failings.NONE, 3);
    for (int i = 0; i < 100; i++) {
      String story =
          model
              .replies(Ask.of("sim-base-1", new Script.Text(OPEN), Sampling.seeded(i)), 1)
              .getFirst()
              .text();
      assertThat(story).matches("(?s).*[.!?]$").doesNotContain("Me: ");
    }
  }

  @Test
  void story_afterQuestionsAndAnswers_keepsThem() {
    BeliefReader reader = BeliefReader.of(Society.shared(), Senses.of(Society.shared()));
    String facts =
        "First come a few questions about a person's background.\n\nQuestion: What is your gender?\n(A) A man\n(B) A woman\nAnswer: (A)\n\nQuestion: How old are you?\n(A) 18 to 29\n(B) 65 or older\nAnswer: (B)\n\nQuestion: Please tell me the story of your life in your own words.\nAnswer:";
    int kept = 0;
    for (int i = 0; i < 60; i++) {
      Belief belief = reader.believe(List.of(new Part.Prose(story(facts, i))));
      kept +=
          holds(belief, TraitWords.meaning(Trait.AGE, "65 or older"))
                  && holds(belief, LevelSet.named(Trait.GENDER, "MALE"))
              ? 1
              : 0;
    }
    assertThat(kept).isGreaterThan(40);
  }

  @Test
  void story_afterFacts_reflectsThem() {
    BeliefReader reader = BeliefReader.of(Society.shared(), Senses.of(Society.shared()));
    String facts =
        "I am between 65 and 74 years old. I am a man. I am Black. I have a bachelor's degree.\n\n"
            + OPEN;
    int kept = 0;
    for (int i = 0; i < 60; i++) {
      Belief belief = reader.believe(List.of(new Part.Prose(story(facts, i))));
      kept +=
          holds(belief, TraitWords.meaning(Trait.AGE, "65-74"))
                  && holds(belief, LevelSet.named(Trait.RACE, "BLACK"))
                  && holds(belief, LevelSet.named(Trait.EDUCATION, "BACHELOR"))
              ? 1
              : 0;
    }
    assertThat(kept).isGreaterThan(36);
  }

  @Test
  void story_sameRequest_isTheSameText() {
    assertThat(story(OPEN, 9)).isEqualTo(story(OPEN, 9)).isNotEqualTo(story(OPEN, 10));
  }

  @Test
  void consent_mostly_holdsTheWordYes() {
    String ask =
        "Question: I would like to hear about your life. Are you willing to answer openly?\n\nAnswer:";
    long yes = 0;
    for (int i = 0; i < 200; i++) {
      yes += story(ask, i).toLowerCase(Locale.ROOT).matches("(?s).*\\byes\\b.*") ? 1 : 0;
    }
    assertThat(yes).isBetween(150L, 190L);
  }

  private static boolean holds(Belief belief, LevelSet levels) {
    double[] shares = belief.levels(levels.trait());
    double mass = 0;
    for (int level = 0; level < shares.length; level++) {
      mass += levels.contains(level) ? shares[level] : 0;
    }
    return mass > 0.8;
  }

  private static double meanAge(Belief belief) {
    double[] shares = belief.levels(Trait.AGE);
    double mean = 0;
    for (int level = 0; level < shares.length; level++) {
      mean += shares[level] * (18 + level);
    }
    return mean;
  }

  private static Set<String> runs(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("\\W+", -1);
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + 5 <= words.length; i++) {
      runs.add(String.join(" ", List.of(words).subList(i, i + 5)));
    }
    return runs;
  }
}
