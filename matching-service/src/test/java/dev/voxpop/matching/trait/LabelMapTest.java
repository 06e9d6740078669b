package dev.voxpop.matching.trait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.contracts.experiment.TraitCondition;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.DemographicOption;
import dev.voxpop.instrument.wave.PersonaMap;
import dev.voxpop.instrument.wave.Wave;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelMapTest {

  private static final Demographic INCOME =
      new Demographic(
          "income",
          "income",
          "INC",
          "What do you earn?",
          List.of("low", "middle", "high"),
          List.of(option(1, "low"), option(2, "middle"), option(3, "high"), none(4)),
          List.of(),
          Optional.of(
              new PersonaMap(
                  Map.of(
                      "a", Map.of("low", 1.0),
                      "b", Map.of("low", .5, "middle", .5),
                      "c", Map.of("high", 1.0),
                      "d", Map.of()))));
  private static final LabelMap MAP = LabelMap.of(INCOME, List.of("a", "b", "c", "d"));

  @Test
  void codes_ofHumans_reachTheirLabelsByName() {
    assertThat(MAP.labelOf(1)).isZero();
    assertThat(MAP.labelOf(3)).isEqualTo(2);
    assertThat(MAP.labelOf(4)).isEqualTo(LabelMap.NO_LABEL);
    assertThat(MAP.labelOf(99)).isEqualTo(LabelMap.NO_LABEL);
    assertThat(MAP.labelOf(null)).isEqualTo(LabelMap.NO_LABEL);
  }

  @Test
  void masses_ofOptions_areSplitAndThoseWithoutLabelExcluded() {
    LabelMass mass = MAP.massOf(List.of(10.0, 4.0, 2.0, 4.0));
    assertThat(mass.masses()).containsExactly(12.0, 2.0, 2.0);
    assertThat(mass.excluded()).isEqualTo(.2);
  }

  @Test
  void masses_ofOptionsThatStraddle_goWhollyToTheFirstLabelWhenUnsplit() {
    LabelMass mass = MAP.unsplit().massOf(List.of(10.0, 4.0, 2.0, 4.0));
    assertThat(mass.masses()).containsExactly(14.0, 0.0, 2.0);
    assertThat(mass.excluded()).isEqualTo(.2);
  }

  @Test
  void map_withAMissingOptionOrUnknownLabelOrBadShares_isRefused() {
    assertThatThrownBy(() -> LabelMap.of(INCOME, List.of("a", "e"))).hasMessageContaining("e");
    assertThatThrownBy(() -> LabelMap.of(with("z", 1.0), List.of("a")))
        .hasMessageContaining("\"z\"")
        .hasMessageContaining("Maybe it is one of [low, middle, high]");
    assertThatThrownBy(() -> LabelMap.of(with("low", .9), List.of("a")))
        .hasMessageContaining("sum to 0.9");
    assertThatThrownBy(() -> MAP.massOf(List.of(1.0))).hasMessageContaining("4 options, found 1");
  }

  @Test
  void shippedWave_everyOptionAndCode_sharesItsLabelByName() {
    Waves waves = Waves.shipped();
    Wave wave = waves.require("harbour-city-2026");
    for (String trait : wave.mappedTraits()) {
      Demographic demographic = wave.demographic(trait).orElseThrow();
      List<String> options = waves.traits().require(trait).optionNames();
      LabelMap map = LabelMap.of(demographic, options);
      for (DemographicOption option : demographic.options()) {
        assertThat(option.label().map(demographic.labels()::indexOf).orElse(-1))
            .isEqualTo(map.labelOf(option.code()));
      }
      for (int i = 0; i < options.size(); i++) {
        Double[] only = new Double[options.size()];
        java.util.Arrays.fill(only, 0.0);
        only[i] = 1.0;
        List<Double> masses = map.massOf(List.of(only)).masses();
        Map<String, Double> declared = demographic.persona().orElseThrow().of(options.get(i));
        for (int label = 0; label < masses.size(); label++) {
          assertThat(masses.get(label))
              .isEqualTo(declared.getOrDefault(demographic.labels().get(label), 0.0));
        }
      }
    }
  }

  /** In these waves code 4 is "other" and code 5 "Asian"; personas list Asian first. */
  @ParameterizedTest
  @ValueSource(strings = {"atp-w92", "atp-w99", "atp-w111"})
  void race_ofLaterWaves_neverSwapsAsianAndOther(String wave) {
    LabelMap map = shipped(wave, "race");
    int asian = map.labels().indexOf("asian");
    int other = map.labels().indexOf("other");
    assertThat(map.labelOf(4)).isEqualTo(other);
    assertThat(map.labelOf(5)).isEqualTo(asian);
    assertThat(labelOfOption(wave, "race", "asian")).isEqualTo(asian);
    assertThat(labelOfOption(wave, "race", "other")).isEqualTo(other);
  }

  @Test
  void race_ofTheEarlyWave_countsAsiansAsOther() {
    LabelMap map = shipped("atp-w34", "race");
    assertThat(map.labelOf(4)).isEqualTo(map.labels().indexOf("other"));
    assertThat(labelOfOption("atp-w34", "race", "asian")).isEqualTo(map.labels().indexOf("other"));
  }

  @Test
  void party_codesOfPeople_areRepublicanFirst() {
    LabelMap map = shipped("atp-w92", "party");
    assertThat(map.labelOf(1)).isEqualTo(map.labels().indexOf("republican"));
    assertThat(map.labelOf(2)).isEqualTo(map.labels().indexOf("democrat"));
  }

  private static LabelMap shipped(String wave, String trait) {
    Waves waves = Waves.shipped();
    return LabelMap.of(
        waves.require(wave).demographic(trait).orElseThrow(),
        waves.traits().require(trait).optionNames());
  }

  /** The label that gets all mass of an option. */
  private static int labelOfOption(String wave, String trait, String option) {
    List<String> options = Waves.shipped().traits().require(trait).optionNames();
    Double[] only = new Double[options.size()];
    for (int i = 0; i < only.length; i++) {
      only[i] = options.get(i).equals(option) ? 1.0 : 0.0;
    }
    assertThat(List.of(only)).containsOnlyOnce(1.0);
    return shipped(wave, trait).massOf(List.of(only)).masses().indexOf(1.0);
  }

  @Test
  void filter_onPersonas_usesTheModalLabelOrAProbability() {
    LabelMass mass = MAP.massOf(List.of(4.0, 0.0, 4.0, 0.0));
    assertThat(passes(condition(List.of("low"), null), mass)).isTrue();
    assertThat(passes(condition(List.of("high"), null), mass)).isFalse();
    assertThat(passes(condition(List.of("high"), .5), mass)).isTrue();
    assertThat(passes(condition(List.of("high"), .6), mass)).isFalse();
    assertThat(passes(condition(List.of("low", "high"), 1.0), mass)).isTrue();
    assertThat(passes(condition(List.of("low"), null), MAP.noMass())).isFalse();
  }

  @Test
  void filter_onHumans_includesAllAndExcludesAny() {
    TraitCondition low = condition(List.of("low", "middle"), null);
    TraitCondition middle = condition(List.of("middle"), null);
    TraitFilter filter = TraitFilter.of(List.of(low), List.of(middle));
    assertThat(filter.passes(trait -> MAP.labels(), trait -> 0)).isTrue();
    assertThat(filter.passes(trait -> MAP.labels(), trait -> 1)).isFalse();
    assertThat(filter.passes(trait -> MAP.labels(), trait -> 2)).isFalse();
    assertThat(filter.passes(trait -> MAP.labels(), trait -> LabelMap.NO_LABEL)).isFalse();
    assertThat(filter.traits()).containsExactly("income");
  }

  private static boolean passes(TraitCondition condition, LabelMass mass) {
    return TraitFilter.of(List.of(condition), List.of())
        .passesMass(trait -> MAP.labels(), trait -> mass);
  }

  private static TraitCondition condition(
      List<String> labels, @org.jspecify.annotations.Nullable Double least) {
    return new TraitCondition("income", labels, least);
  }

  private static Demographic with(String label, double share) {
    return new Demographic(
        INCOME.trait(),
        INCOME.topic(),
        INCOME.column(),
        INCOME.text(),
        INCOME.labels(),
        INCOME.options(),
        INCOME.refusals(),
        Optional.of(new PersonaMap(Map.of("a", Map.of(label, share)))));
  }

  private static DemographicOption option(int code, String label) {
    return new DemographicOption(
        code, label, List.of(), Optional.of(label), Optional.empty(), label);
  }

  private static DemographicOption none(int code) {
    return new DemographicOption(
        code, "other", List.of(), Optional.empty(), Optional.empty(), "other");
  }
}
