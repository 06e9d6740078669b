package dev.voxpop.backstory.priming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.backstory.writing.Wording;
import dev.voxpop.contracts.experiment.PoolChoice.Prime;
import dev.voxpop.contracts.experiment.TextStyle;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Wave;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrimePromptTest {

  private static final Wave WAVE = Waves.shipped().require("harbour-city-2026");
  private static final Wording WORDING = Wording.load(Optional.empty(), Optional.empty());
  private static final List<String> TRAITS =
      WAVE.demographics().stream().map(Demographic::trait).limit(3).toList();

  @Test
  void prompt_inBioStyle_isTraitsBlankLineQuestionAndCue() {
    String prompt = prompt(TextStyle.BIO, codes(), 1);
    assertThat(prompt)
        .doesNotContain(WORDING.announcement().text())
        .endsWith("\n\nQuestion: " + WORDING.prime().text() + "\n\nAnswer:");
    assertThat(prompt.length()).isGreaterThan(WORDING.prime().text().length() + 60);
  }

  @Test
  void prompt_inQuestionStyle_isAnnounced() {
    assertThat(prompt(TextStyle.QA, codes(), 1))
        .startsWith(WORDING.announcement().text() + "\n\nQuestion: ");
  }

  @Test
  void prompt_ofAPersonWithoutCodes_isTheQuestionAlone() {
    assertThat(prompt(TextStyle.QA, Map.of(), 1))
        .isEqualTo("Question: " + WORDING.prime().text() + "\n\nAnswer:");
  }

  @Test
  void order_ofTraits_followsTheSeed() {
    assertThat(prompt(TextStyle.PORTRAY, codes(), 3))
        .isEqualTo(prompt(TextStyle.PORTRAY, codes(), 3));
    assertThat(
            List.of(1L, 2L, 3L, 4L, 5L, 6L).stream()
                .map(seed -> prompt(TextStyle.PORTRAY, codes(), seed))
                .distinct()
                .count())
        .isGreaterThan(1);
  }

  @Test
  void codes_byTrait_skipWhatIsMissing() {
    List<String> columns = PrimePrompt.columns(WAVE, TRAITS);
    assertThat(columns).hasSize(3);
    assertThat(PrimePrompt.byTrait(WAVE, TRAITS, Map.of(columns.get(1), 2)))
        .isEqualTo(Map.of(TRAITS.get(1), 2));
  }

  private static String prompt(TextStyle style, Map<String, Integer> codes, long seed) {
    return PrimePrompt.of(new Prime(style, TRAITS), WAVE, PromptFormat.standard(), WORDING)
        .prompt(codes, seed);
  }

  private static Map<String, Integer> codes() {
    Map<String, Integer> codes = new HashMap<>();
    for (String trait : TRAITS) {
      codes.put(trait, WAVE.demographic(trait).orElseThrow().options().getFirst().code());
    }
    return codes;
  }
}
