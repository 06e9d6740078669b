package dev.voxpop.instrument.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.instrument.trait.Protection;
import dev.voxpop.instrument.trait.Trait;
import dev.voxpop.instrument.trait.Traits;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Grouping;
import dev.voxpop.instrument.wave.Keying;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.ScaleKind;
import dev.voxpop.instrument.wave.Wave;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShippedTest {
  private static final Waves WAVES = Waves.shipped();

  @Test
  void sampleWave_isRead_withItsQuestionsDemographicsAndGroupings() {
    Wave wave = WAVES.require("harbour-city-2026");
    assertThat(wave.questions()).hasSize(12);
    assertThat(wave.questions()).filteredOn(q -> q.scale().kind() == ScaleKind.ORDINAL).hasSize(10);
    assertThat(wave.questions())
        .filteredOn(q -> q.scale().kind() == ScaleKind.ORDINAL)
        .extracting(q -> q.scale().size())
        .containsOnly(4, 5);
    assertThat(wave.defaultQuestions()).hasSize(12);
    assertThat(wave.mappedTraits())
        .containsExactly("age_4", "gender", "education", "income_13", "race");
    assertThat(wave.groupings())
        .extracting(Grouping::id)
        .containsExactly("age-3", "degree", "income-3");
    assertThat(wave.margins().shares().keySet()).containsExactlyElementsOf(wave.mappedTraits());
  }

  @Test
  void sampleWave_keying_isReversedForOneOfTwoQuestionsOnNoise() {
    Wave wave = WAVES.require("harbour-city-2026");
    assertThat(wave.questions())
        .filteredOn(q -> q.keying() == Keying.REVERSED)
        .extracting(Question::id)
        .containsExactly("NIGHT_LATE");
  }

  @Test
  void sampleWave_reading_givesNoWarning() {
    assertThat(WaveReader.with(WAVES.traits()).read(Shipped.waveFiles().getFirst()).problems())
        .isEmpty();
  }

  @Test
  void everyShippedWave_options_haveATextForEveryCode() {
    for (Wave wave : WAVES.byId().values()) {
      for (Demographic demographic : wave.demographics()) {
        assertThat(demographic.options())
            .allSatisfy(option -> assertThat(option.portray()).isNotBlank());
      }
    }
  }

  @Test
  void everyShippedWave_sameNameOnBothSides_sharesALabel() {
    for (Wave wave : WAVES.byId().values()) {
      for (Demographic demographic : wave.demographics()) {
        Trait trait = WAVES.traits().require(demographic.trait());
        trait.optionNames().stream()
            .filter(demographic.labels()::contains)
            .forEach(
                name ->
                    assertThat(demographic.persona().orElseThrow().of(name))
                        .as("%s %s %s", wave.id(), demographic.trait(), name)
                        .isEqualTo(Map.of(name, 1.0)));
      }
    }
  }

  @Test
  void traits_sets_nameShippedTraits() {
    Traits traits = WAVES.traits();
    assertThat(traits.set("full").orElseThrow()).hasSize(8);
    assertThat(traits.set("simple").orElseThrow())
        .extracting(Trait::id)
        .containsExactly("age_4", "gender", "education", "income_13", "race");
    assertThat(traits.sets().keySet())
        .containsExactly("full", "simple", "protected", "region-religion", "political");
    assertThat(traits.ids()).hasSize(13);
  }

  @Test
  void traits_optionCounts_areThoseOfTheQuestionnaire() {
    Traits traits = WAVES.traits();
    assertThat(Map.of("age_6", 6, "age_4", 4, "income_13", 13, "education", 8, "region", 4))
        .allSatisfy((id, count) -> assertThat(traits.require(id).options()).hasSize(count));
    assertThat(Map.of("gender", 3, "race", 8, "religion", 12, "party", 5, "ideology", 6))
        .allSatisfy((id, count) -> assertThat(traits.require(id).options()).hasSize(count));
  }

  @Test
  void traits_protectedOnes_haveNoReader() {
    for (String id : List.of("gender", "race", "religion", "party")) {
      Trait trait = WAVES.traits().require(id);
      assertThat(trait.protection()).as(id).isEqualTo(Protection.PROTECTED);
      assertThat(trait.readerItem()).as(id).isEmpty();
    }
    for (String id : List.of("age_6", "age_4", "income_13", "education", "region")) {
      assertThat(WAVES.traits().require(id).readerItem()).as(id).isPresent();
    }
  }

  @Test
  void region_aliases_nameAllStates() {
    assertThat(
            WAVES.traits().require("region").options().stream()
                .flatMap(option -> option.aliases().stream())
                .map(alias -> alias.text()))
        .contains(STATES.split(", "));
  }

  private static final String STATES =
      "Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida,"
          + " Georgia, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine,"
          + " Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana,"
          + " Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina,"
          + " North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina,"
          + " South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, Washington, West Virginia,"
          + " Wisconsin, Wyoming";
}
