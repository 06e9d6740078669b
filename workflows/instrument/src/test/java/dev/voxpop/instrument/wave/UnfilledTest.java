package dev.voxpop.instrument.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.instrument.file.Waves;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnfilledTest {
  private static final Waves WAVES = Waves.shipped();

  @Test
  void sampleWave_isFilled() {
    Wave wave = WAVES.require("harbour-city-2026");
    assertThat(Unfilled.in(wave, wave.defaultQuestions(), wave.mappedTraits())).isEmpty();
  }

  @Test
  void wavesKnownByFact_emptyTexts_areListed() {
    Wave wave = WAVES.require("atp-w99");
    assertThat(Unfilled.in(wave, List.of("POSNEGAI_a_W99"), List.of("gender")))
        .containsExactly(
            "question POSNEGAI_a_W99: text",
            "question POSNEGAI_a_W99: text of code 1",
            "question POSNEGAI_a_W99: text of code 2",
            "question POSNEGAI_a_W99: text of code 3",
            "question POSNEGAI_a_W99: text of code 4",
            "question POSNEGAI_a_W99: text of code 5",
            "demographic gender: text",
            "demographic gender: text of code 1",
            "demographic gender: text of code 2",
            "demographic gender: text of code 3");
  }

  @Test
  void wavesKnownByFact_noText_isShipped() {
    for (Wave wave : WAVES.byId().values()) {
      if (wave.wording() == Wording.USER_SUPPLIED) {
        assertThat(wave.questions()).allSatisfy(q -> assertThat(q.text()).isEmpty());
        assertThat(wave.questions())
            .flatExtracting(q -> q.scale().options())
            .allSatisfy(option -> assertThat(option.text()).isEmpty());
        assertThat(wave.demographics())
            .flatExtracting(Demographic::options)
            .allSatisfy(option -> assertThat(option.text()).isEmpty());
      }
    }
  }

  @Test
  void wavesKnownByFact_scales_haveTheKnownSizes() {
    assertThat(WAVES.require("atp-w34").questions())
        .hasSize(8)
        .allSatisfy(question -> assertThat(question.scale().size()).isEqualTo(4));
    assertThat(WAVES.require("atp-w92").select(WAVES.require("atp-w92").defaultQuestions()))
        .hasSize(7)
        .allSatisfy(question -> assertThat(question.scale().size()).isEqualTo(5));
    assertThat(WAVES.require("atp-w99").questions())
        .hasSize(6)
        .allSatisfy(question -> assertThat(question.scale().size()).isEqualTo(5));
    assertThat(WAVES.require("atp-w111").questions())
        .extracting(question -> question.scale().size())
        .containsExactly(5, 4, 5, 5, 3, 3);
  }

  @Test
  void wavesKnownByFact_columns_carryTheWaveAndTheWeightToo() {
    for (String id : List.of("atp-w34", "atp-w92", "atp-w99", "atp-w111")) {
      Wave wave = WAVES.require(id);
      String suffix = "_W" + id.substring("atp-w".length());
      assertThat(wave.questions()).allSatisfy(q -> assertThat(q.column()).endsWith(suffix));
      assertThat(wave.human().key()).isEqualTo("QKEY");
      assertThat(wave.human().weight()).contains("WEIGHT" + suffix);
    }
  }

  @Test
  void wavesKnownByFact_reversedQuestions_areTheTwoNamed() {
    assertThat(WAVES.byId().values())
        .filteredOn(wave -> wave.wording() == Wording.USER_SUPPLIED)
        .flatExtracting(Wave::questions)
        .filteredOn(question -> question.keying() == Keying.REVERSED)
        .extracting(Question::id)
        .containsExactly("FUD37A_W34", "SOCIETY_GUNS_W92");
  }

  @Test
  void race_codesOfLaterWaves_giveOtherAndAsianTheirOwnLabels() {
    Demographic race = WAVES.require("atp-w92").demographic("race").orElseThrow();
    assertThat(race.label(4)).contains("other");
    assertThat(race.label(5)).contains("asian");
    assertThat(race.persona().orElseThrow().of("asian").keySet()).containsExactly("asian");
    Demographic party = WAVES.require("atp-w92").demographic("party").orElseThrow();
    assertThat(party.label(1)).contains("republican");
    assertThat(party.label(2)).contains("democrat");
    assertThat(party.persona().orElseThrow().of("no-preference")).isEmpty();
  }

  @Test
  void income_optionAcrossABound_isSplitInHalves() {
    PersonaMap map =
        WAVES.require("atp-w34").demographic("income_13").orElseThrow().persona().orElseThrow();
    assertThat(map.of("70k-80k").values()).containsExactly(0.5, 0.5);
    assertThat(map.of("90k-100k").keySet()).containsExactly("75k-100k");
  }
}
