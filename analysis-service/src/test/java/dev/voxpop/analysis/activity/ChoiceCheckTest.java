package dev.voxpop.analysis.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.analysis.config.Instruments;
import dev.voxpop.contracts.experiment.AnalysisChoice;
import dev.voxpop.contracts.experiment.GroupingChoice;
import dev.voxpop.contracts.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoiceCheckTest {

  private static final String WAVE = "harbour-city-2026";
  private static final GroupingChoice OWN = own("race-2", "RACE");

  private final Instruments instruments = new Instruments(Optional.empty());

  @Test
  void groupings_ofWaveTraitDocumentAndCrossed_areKnown() {
    AnalysisChoice choice =
        choice(List.of("age-3", "gender", "race-2", "age-3 * race-2", "degree*gender"), OWN);

    assertThat(problems(choice)).isEmpty();
    GroupingNames names = new GroupingNames(instruments.waves().require(WAVE), choice);
    assertThat(names.find("race-2").orElseThrow().groups()).containsKeys("first", "second");
    assertThat(names.find("gender").orElseThrow().groups().size()).isGreaterThan(1);
    assertThat(names.find("gender").orElseThrow().groupOf(99)).isEmpty();
    assertThat(GroupingNames.parts("age-3 * race-2")).containsExactly("age-3", "race-2");
    assertThat(new GroupingNames(instruments.waves().require(WAVE), choice(List.of())).wanted())
        .containsExactly("age-3", "degree", "income-3");
  }

  @Test
  void groupings_unknownNamesColumnsAndTakenIds_areRefusedAtTheirPlace() {
    AnalysisChoice choice =
        choice(
            List.of("age-4", "age-3*rage-2", "far", "degree"),
            own("far", "DISTANCE"),
            own("degree", "RACE"));

    assertThat(problems(choice))
        .extracting(Problem::pointer)
        .containsExactly(
            "/analysis/groupings/0",
            "/analysis/groupings/1",
            "/analysis/groupings/2",
            "/analysis/groupings/3");
    assertThat(problems(choice))
        .extracting(Problem::detail)
        .containsExactly(
            "Wave harbour-city-2026 has no grouping \"age-4\".",
            "Wave harbour-city-2026 has no grouping \"rage-2\".",
            "Wave harbour-city-2026 keeps no column \"DISTANCE\" of its human data.",
            "Wave harbour-city-2026 has a grouping \"degree\" already.");
    assertThat(problems(choice).getFirst().suggestion()).contains("age-3").contains("gender");
  }

  private List<Problem> problems(AnalysisChoice choice) {
    return new ChoiceCheck(instruments).check(WAVE, choice).problems();
  }

  private static GroupingChoice own(String id, String column) {
    return new GroupingChoice(id, column, Map.of("first", List.of(1), "second", List.of(2, 3)));
  }

  private static AnalysisChoice choice(List<String> names, GroupingChoice... own) {
    AnalysisChoice usual = AnalysisChoice.defaults();
    return new AnalysisChoice(
        usual.splits(),
        usual.bootstrap(),
        names,
        usual.references(),
        usual.weights(),
        usual.sizeMatched(),
        usual.perStory(),
        usual.minN(),
        usual.intervals(),
        usual.adjust(),
        usual.weightedAlpha(),
        List.of(own),
        usual.raking());
  }
}
