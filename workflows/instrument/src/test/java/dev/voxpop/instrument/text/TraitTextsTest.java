package dev.voxpop.instrument.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiment.TextStyle;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.format.Line;
import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.DemographicOption;
import dev.voxpop.instrument.wave.Wave;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TraitTextsTest {
  private static final Wave WAVE = Waves.shipped().require("harbour-city-2026");
  private static final List<String> TWO = List.of("age_4", "race");

  @Test
  void none_text_isEmpty() {
    assertThat(texts(TWO).text(TextStyle.NONE, Map.of("age_4", 1), 0)).isEmpty();
  }

  @Test
  void qa_text_isTheHumansBlockWithTheirSymbol() {
    assertThat(texts(List.of("gender")).text(TextStyle.QA, Map.of("gender", 2), 0))
        .isEqualTo(
            """
            Question: What is your gender?
            (A) A man
            (B) A woman
            (C) Described in some other way
            Reply with (A), (B), or (C).
            Answer: (B)""");
  }

  @Test
  void qaWithoutForcingLine_text_leavesItOut() {
    TraitTexts texts = TraitTexts.of(WAVE, List.of("gender"), PromptFormat.standard(), Set.of());
    assertThat(texts.text(TextStyle.QA, Map.of("gender", 1), 0))
        .endsWith("(C) Described in some other way\nAnswer: (A)");
  }

  @Test
  void qaFreeform_text_isQuestionAndOptionText() {
    assertThat(texts(List.of("age_4")).text(TextStyle.QA_FREEFORM, Map.of("age_4", 4), 0))
        .isEqualTo("Question: How old are you?\n\nAnswer: 65 or older");
  }

  @Test
  void bio_text_leavesOutCodesWithoutSentence() {
    assertThat(texts(TWO).text(TextStyle.BIO, Map.of("age_4", 1, "race", 5), 0))
        .isEqualTo(
            "Question: Who are you? Say a few things about yourself.\n\n"
                + "Answer: I am between 18 and 29 years old.");
  }

  @Test
  void portray_text_isTopicsAndValues() {
    assertThat(texts(List.of("education")).text(TextStyle.PORTRAY, Map.of("education", 1), 0))
        .isEqualTo(
            "Answer what follows as the person whom these facts describe would answer:\n"
                + "Education: less than high school");
  }

  @Test
  void missingRefusedOrUnknownValue_trait_isLeftOut() {
    assertThat(texts(TWO).text(TextStyle.QA_FREEFORM, Map.of("age_4", 99, "race", 1), 0))
        .isEqualTo(
            "Question: Which of these describes your race or ethnic background best?\n\n"
                + "Answer: White or Caucasian");
    assertThat(texts(TWO).text(TextStyle.BIO, Map.of(), 0)).isEmpty();
    assertThat(texts(List.of("party")).text(TextStyle.PORTRAY, Map.of("party", 1), 0)).isEmpty();
  }

  @Test
  void missingValue_otherTraits_keepTheirRelativeOrder() {
    Map<String, Integer> all =
        Map.of("age_4", 1, "gender", 1, "education", 1, "income_13", 1, "race", 1);
    for (long seed = 0; seed < 50; seed++) {
      String whole = texts(WAVE.mappedTraits()).text(TextStyle.PORTRAY, all, seed);
      Map<String, Integer> partial =
          all.entrySet().stream()
              .filter(entry -> !entry.getKey().equals("gender"))
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      assertThat(texts(WAVE.mappedTraits()).text(TextStyle.PORTRAY, partial, seed))
          .isEqualTo(whole.replace("\nGender: man", ""));
    }
  }

  @Test
  void seeds_orders_reachAllPermutationsOfTwo() {
    Set<String> seen = new TreeSet<>();
    for (long seed = 0; seed < 20; seed++) {
      seen.add(texts(TWO).text(TextStyle.PORTRAY, Map.of("age_4", 1, "race", 1), seed));
    }
    assertThat(seen).hasSize(2);
  }

  @Test
  void chatFormat_text_isLabelledAllTheSame() {
    TraitTexts chat = TraitTexts.of(WAVE, List.of("age_4"), PromptFormat.chat(), Set.of());
    assertThat(chat.text(TextStyle.QA_FREEFORM, Map.of("age_4", 1), 0))
        .isEqualTo("Question: How old are you?\n\nAnswer: 18 to 29");
  }

  @Test
  void everyCodeOfEveryShippedWave_everyStyle_isTold() {
    for (Wave wave : Waves.shipped().byId().values()) {
      for (Demographic demographic : wave.demographics()) {
        for (DemographicOption option : demographic.options()) {
          tellEveryStyle(wave, demographic, option);
        }
      }
    }
  }

  @Test
  void append_passage_isStrippedAndFollowedByABlankLine() {
    assertThat(TraitTexts.append("  Once.\n\n", "Age: 20")).isEqualTo("Once.\n\nAge: 20");
    assertThat(TraitTexts.append(" Once. ", "")).isEqualTo("Once.");
    assertThat(TraitTexts.append("", "Age: 20")).isEqualTo("Age: 20");
  }

  private static void tellEveryStyle(Wave wave, Demographic demographic, DemographicOption option) {
    String trait = demographic.trait();
    TraitTexts texts =
        TraitTexts.of(wave, List.of(trait), PromptFormat.standard(), EnumSet.allOf(Line.class));
    Map<String, Integer> codes = Map.of(trait, option.code());
    assertThat(texts.text(TextStyle.QA, codes, 1)).endsWith(")").contains(option.text());
    assertThat(texts.text(TextStyle.QA_FREEFORM, codes, 1)).endsWith(option.text());
    assertThat(texts.text(TextStyle.PORTRAY, codes, 1)).endsWith(": " + option.portray());
    assertThat(texts.text(TextStyle.BIO, codes, 1)).endsWith(option.bio().orElse(""));
  }

  private static TraitTexts texts(List<String> traits) {
    return TraitTexts.of(WAVE, traits, PromptFormat.standard(), EnumSet.of(Line.FORCING));
  }
}
