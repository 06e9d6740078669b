package dev.voxpop.matching.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.matching.pairing.Respondent;
import dev.voxpop.matching.pairing.StoryTraits;
import dev.voxpop.matching.population.Membership;
import dev.voxpop.matching.trait.LabelMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WeighingTest {

  private static final Waves WAVES = Waves.shipped();
  private static final Wave WAVE = WAVES.require("harbour-city-2026");
  private static final Demographic AGE = WAVE.demographic("age_4").orElseThrow();
  private static final LabelMap MAP =
      LabelMap.of(AGE, WAVES.traits().require("age_4").optionNames());

  @Test
  void weights_ofWholeStories_areTargetByShare() {
    List<Respondent> people =
        List.of(person("r-1", 3, 0), person("r-2", 1, 1), person("r-3", 2, 2), person("r-4", 2, 3));
    WeighingResult result =
        Weighing.of(
            request(
                people,
                List.of(story("b-1", 0), story("b-2", 1), story("b-3", 2), story("b-4", 3)),
                Membership.MODAL));

    assertThat(result.weights())
        .extracting(PersonaWeight::persona)
        .containsExactly("b-1", "b-2", "b-3", "b-4");
    double[] expected = {1.5, .5, 1, 1};
    for (int i = 0; i < expected.length; i++) {
      assertThat(result.weights().get(i).weight()).isCloseTo(expected[i], within(1e-9));
    }
    WeighingReport.Issued issued = Objects.requireNonNull(result.report().issued());
    assertThat(issued.errorBefore()).isCloseTo(.125, within(1e-12));
    assertThat(issued.errorAfter()).isLessThanOrEqualTo(1e-10);
    assertThat(issued.effectiveSize()).isCloseTo(16 / 4.5, within(1e-9));
    assertThat(issued.margins().getFirst())
        .satisfies(
            margin -> {
              assertThat(margin.label()).isEqualTo(AGE.labels().getFirst());
              assertThat(margin.target()).isEqualTo(.375);
              assertThat(margin.before()).isEqualTo(.25);
            });
  }

  @Test
  void peopleWithoutLabelAndStoriesWithoutKnowledge_areCountedAndLeaveTheMargins() {
    List<Respondent> people = new ArrayList<>(List.of(new Respondent("r-x", 9, Map.of())));
    List<StoryTraits> stories = new ArrayList<>(List.of(new StoryTraits("b-x", Map.of())));
    for (int label = 0; label < 4; label++) {
      people.add(person("r-" + label, 1 + label, label));
      stories.add(story("b-" + label, label));
    }
    WeighingResult result = Weighing.of(request(people, stories, Membership.FRACTIONAL));

    assertThat(result.report().withoutLabel()).isEqualTo(Map.of("age_4", 1));
    assertThat(result.report().undetermined()).isEqualTo(Map.of("age_4", 1));
    assertThat(result.report().people()).isEqualTo(5);
    WeighingReport.Issued issued = Objects.requireNonNull(result.report().issued());
    for (int label = 0; label < 4; label++) {
      assertThat(issued.margins().get(label).target()).isCloseTo((1 + label) / 10., within(1e-12));
      assertThat(issued.margins().get(label).after()).isCloseTo((1 + label) / 10., within(1e-9));
    }
  }

  @Test
  void orderOfEverything_changesNothing() {
    List<Respondent> people = new ArrayList<>();
    List<StoryTraits> stories = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      people.add(person("r-%02d".formatted(i), .1 + i % 7, i % 4));
      stories.add(story("b-%02d".formatted(i), i * i % 3 + i % 2));
    }
    WeighingResult first = Weighing.of(request(people, stories, Membership.FRACTIONAL));
    Collections.reverse(people);
    Collections.reverse(stories);

    assertThat(Weighing.of(request(people, stories, Membership.FRACTIONAL))).isEqualTo(first);
  }

  @Test
  void labelThatNoPersonaHas_issuesNoWeightsAndIsNamed() {
    List<Respondent> people = List.of(person("r-1", 1, 0), person("r-2", 1, 3));
    WeighingResult result =
        Weighing.of(request(people, List.of(story("b-1", 0)), Membership.FRACTIONAL));

    assertThat(result.weights()).isEmpty();
    assertThat(result.report().issued()).isNull();
    assertThat(result.report().problem())
        .contains("[age_4 = " + AGE.labels().get(3) + "]")
        .contains("Maybe");
  }

  @Test
  void labelThatNobodyHas_dropsWholePersonasAndRefusesParts() {
    List<Respondent> people = List.of(person("r-1", 1, 0), person("r-2", 3, 1));
    List<StoryTraits> whole = List.of(story("b-1", 0), story("b-2", 1), story("b-3", 2));
    List<StoryTraits> parts =
        List.of(new StoryTraits("b-1", Map.of("age_4", List.of(.5, .4, .1, 0.))), whole.get(1));

    assertThat(Weighing.of(request(people, whole, Membership.MODAL)).weights())
        .extracting(PersonaWeight::weight)
        .containsExactly(.75, 2.25, 0.);
    assertThat(Weighing.of(request(people, parts, Membership.FRACTIONAL)).report().problem())
        .contains("target 0")
        .contains(AGE.labels().get(2));
  }

  @Test
  void nobodyWithALabelOrNoPersonas_issuesNoWeights() {
    List<Respondent> nobody = List.of(new Respondent("r-1", 1, Map.of()));
    assertThat(
            Weighing.of(request(nobody, List.of(story("b-1", 0)), Membership.MODAL))
                .report()
                .problem())
        .contains("No person of positive weight has a label of trait \"age_4\"");
    assertThat(
            Weighing.of(request(List.of(person("r-1", 1, 0)), List.of(), Membership.MODAL))
                .report()
                .problem())
        .contains("no personas");
  }

  @Test
  void pairsThatShareAStory_shareItsWeightAndCountEach() {
    WeighingResult result =
        Weighing.of(
            new WeighingRequest(
                List.of(person("r-1", 1, 0), person("r-2", 1, 1)),
                List.of(story("b-1", 0), story("b-2", 1)),
                List.of(
                    new RakedPersona("b-1~r-1", "b-1"),
                    new RakedPersona("b-1~r-2", "b-1"),
                    new RakedPersona("b-2~r-3", "b-2")),
                List.of(MAP),
                Membership.MODAL));

    assertThat(result.weights())
        .extracting(PersonaWeight::weight)
        .satisfiesExactly(
            weight -> assertThat(weight).isCloseTo(.75, within(1e-9)),
            weight -> assertThat(weight).isCloseTo(.75, within(1e-9)),
            weight -> assertThat(weight).isCloseTo(1.5, within(1e-9)));
  }

  @Test
  void persona_ofAStoryNobodyKnows_isRefused() {
    WeighingRequest request =
        new WeighingRequest(
            List.of(person("r-1", 1, 0)),
            List.of(),
            List.of(new RakedPersona("b-9", "b-9")),
            List.of(MAP),
            Membership.MODAL);
    assertThatThrownBy(() -> Weighing.of(request)).hasMessageContaining("story \"b-9\"");
  }

  private static WeighingRequest request(
      List<Respondent> people, List<StoryTraits> stories, Membership membership) {
    return new WeighingRequest(
        people,
        stories,
        stories.stream().map(story -> new RakedPersona(story.story(), story.story())).toList(),
        List.of(MAP),
        membership);
  }

  private static Respondent person(String id, double weight, int label) {
    return new Respondent(id, weight, Map.of(AGE.column(), AGE.options().get(label).code()));
  }

  private static StoryTraits story(String id, int label) {
    List<Double> masses = new ArrayList<>(Collections.nCopies(4, 0.0));
    masses.set(label, 40.0);
    return new StoryTraits(id, Map.of("age_4", masses));
  }
}
