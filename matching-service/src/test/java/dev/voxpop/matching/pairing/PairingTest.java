package dev.voxpop.matching.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.contracts.experiment.TraitCondition;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.matching.assignment.Method;
import dev.voxpop.matching.assignment.PairStatus;
import dev.voxpop.matching.assignment.Specification;
import dev.voxpop.matching.assignment.Workers;
import dev.voxpop.matching.pairing.PairingRequest.Undetermined;
import dev.voxpop.matching.trait.LabelMap;
import dev.voxpop.matching.trait.TraitFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairingTest {

  private static final Waves WAVES = Waves.shipped();
  private static final Wave WAVE = WAVES.require("harbour-city-2026");
  private static final Demographic AGE = WAVE.demographic("age_4").orElseThrow();
  private static final List<String> OPTIONS = WAVES.traits().require("age_4").optionNames();
  private static final Map<String, LabelMap> MAPS = Map.of("age_4", LabelMap.of(AGE, OPTIONS));
  private static final TraitFilter NONE = TraitFilter.of(List.of(), List.of());

  @Test
  void pairs_ofAllPeople_areInOrderWithFilteredOnesListed() {
    String oldest = AGE.labels().getLast();
    TraitFilter filter =
        TraitFilter.of(List.of(), List.of(new TraitCondition("age_4", List.of(oldest), null)));
    PairingResult result =
        Pairing.of(request(filter, Undetermined.UNIFORM, Method.GREEDY), new Workers(1));
    assertThat(result.pairs())
        .extracting(PairedRespondent::respondent)
        .containsExactly("r-0", "r-1", "r-2", "r-3", "r-x");
    assertThat(result.pairs().get(3).status()).isEqualTo(PairStatus.EXCLUDED_FILTER);
    assertThat(result.pairs().get(1).story()).isEqualTo("b-1");
    assertThat(result.report().count(PairStatus.EXCLUDED_FILTER)).isEqualTo(1);
    assertThat(result.storiesFiltered()).isEqualTo(1);
    assertThat(result.pairs().get(4).traits().getFirst().factor()).isNull();
  }

  @Test
  void stories_withoutKnowledge_areUniformOrLeftOut() {
    PairingResult uniform =
        Pairing.of(request(NONE, Undetermined.UNIFORM, Method.RANDOM), new Workers(1));
    PairingResult without =
        Pairing.of(request(NONE, Undetermined.EXCLUDE_STORY, Method.RANDOM), new Workers(1));
    assertThat(uniform.report().personas()).isEqualTo(OPTIONS.size() + 1);
    assertThat(uniform.report().undetermined()).isEqualTo(Map.of("age_4", 1));
    assertThat(without.report().personas()).isEqualTo(OPTIONS.size());
    assertThat(without.storiesUndetermined()).isEqualTo(1);
  }

  @Test
  void trait_thatIsNotMapped_isRefusedWithTheList() {
    PairingRequest good = request(NONE, Undetermined.UNIFORM, Method.GREEDY);
    PairingRequest bad =
        new PairingRequest(
            good.respondents(),
            good.stories(),
            good.maps(),
            List.of("age"),
            NONE,
            Undetermined.UNIFORM,
            0,
            good.specification());
    assertThatThrownBy(() -> Pairing.of(bad, new Workers(1)))
        .hasMessageContaining("\"age\" is not mapped")
        .hasMessageContaining("age_4");
  }

  private static PairingRequest request(
      TraitFilter filter, Undetermined undetermined, Method method) {
    List<Respondent> people = new ArrayList<>();
    List<StoryTraits> stories = new ArrayList<>();
    for (int i = 0; i < OPTIONS.size(); i++) {
      people.add(new Respondent("r-" + i, 1, Map.of(AGE.column(), AGE.options().get(i).code())));
      List<Double> masses = new ArrayList<>(Collections.nCopies(OPTIONS.size(), 0.0));
      masses.set(i, 40.0);
      stories.add(new StoryTraits("b-" + i, Map.of("age_4", masses)));
    }
    people.add(new Respondent("r-x", 1, Map.of()));
    stories.add(new StoryTraits("b-x", Map.of()));
    return new PairingRequest(
        people,
        stories,
        MAPS,
        List.of("age_4"),
        filter,
        undetermined,
        0,
        Specification.of(method, 1));
  }
}
