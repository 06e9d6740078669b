package dev.voxpop.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.voxpop.analysis.comparison.DivisionFindings.GroupFindings;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distribution.Belief;
import dev.voxpop.analysis.elicitation.Mode;
import dev.voxpop.analysis.elicitation.ProbabilityVector;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.report.ReportFiles;
import dev.voxpop.analysis.report.ResultJson;
import dev.voxpop.analysis.subgroup.Division;
import dev.voxpop.analysis.subgroup.Group;
import dev.voxpop.analysis.uncertainty.Adjustment;
import dev.voxpop.analysis.uncertainty.IntervalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubgroupsTest {

  private static final Study WHOLE = SampleStudies.of(List.of("greedy-qa"), 4, 160, 60);
  private static final Division HALVES =
      new Division("halves", List.of(group("first", 0, 80), group("second", 80, 160)));

  @Test
  void slice_oneGroup_equalsARunThatHoldsOnlyThatGroup() {
    Findings divided = Comparison.of(WHOLE.dividedBy(List.of(HALVES)));
    GroupFindings second = divided.divisions().getFirst().groups().get(1);
    Study alone =
        new Study(
            WHOLE.id(),
            WHOLE.title(),
            WHOLE.people().where(row -> row >= 80),
            List.of(ArmInput.imported("greedy-qa", panelOf(WHOLE, second.group()))),
            WHOLE.settings(),
            WHOLE.facts(),
            WHOLE.answers());

    Findings expected = Comparison.of(alone);

    assertThat(second.findings().people().n()).isEqualTo(80);
    assertThat(second.findings().people().distributions())
        .isEqualTo(expected.people().distributions());
    assertThat(second.findings().bound()).isEqualTo(expected.bound());
    ArmFindings arm = second.findings().arms().getFirst();
    assertThat(arm.distances()).isEqualTo(expected.arms().getFirst().distances());
    assertThat(arm.intervals()).isEqualTo(expected.arms().getFirst().intervals());
    assertThat(arm.reliability()).isEqualTo(expected.arms().getFirst().reliability());
  }

  @Test
  void probabilities_ofASlice_areThoseOfItsPersonasOnly() {
    Study read = WHOLE.withProbabilities(probabilities(WHOLE));
    Findings divided = Comparison.of(read.dividedBy(List.of(HALVES)));
    GroupFindings second = divided.divisions().getFirst().groups().get(1);
    Panel panel = panelOf(WHOLE, second.group());
    Set<String> own = Set.copyOf(names(panel));
    Study alone =
        new Study(
                WHOLE.id(),
                WHOLE.title(),
                WHOLE.people().where(row -> row >= 80),
                List.of(ArmInput.imported("greedy-qa", panel)),
                WHOLE.settings(),
                WHOLE.facts(),
                WHOLE.answers())
            .withProbabilities(
                read.probabilities().stream().filter(v -> own.contains(v.persona())).toList());

    ElicitationFindings expected = Comparison.of(alone).elicitations().getFirst();

    assertThat(second.findings().elicitations()).containsExactly(expected);
    assertThat(expected.ways().getLast().personas()).isEqualTo(own.size());
    assertThat(divided.elicitations().getFirst().ways().getLast().personas())
        .isEqualTo(Set.copyOf(names(WHOLE.arms().getFirst().panel())).size());
    assertThat(expected.ways().getLast().mean())
        .isNotEqualTo(divided.elicitations().getFirst().ways().getLast().mean());
    assertThat(ReportFiles.of(divided, "").texts().get("report.md"))
        .contains("Ways of asking by groups of halves", "second, greedy-qa");
    assertThat(ResultJson.write(divided)).contains("\"elicitation\"");
  }

  /** Everybody is the surer of the first option the later they come. */
  private static List<ProbabilityVector> probabilities(Study study) {
    List<String> personas = names(study.arms().getFirst().panel()).stream().distinct().toList();
    List<ProbabilityVector> vectors = new ArrayList<>();
    for (Item item : study.items()) {
      for (int p = 0; p < personas.size(); p++) {
        double first = (1.0 + p) / (1 + personas.size());
        double rest = (1 - first) / item.levels();
        List<Double> masses =
            IntStream.range(0, item.levels()).mapToObj(k -> k == 0 ? first : rest).toList();
        vectors.add(
            new ProbabilityVector(
                "greedy-qa",
                Mode.LOG_PROBABILITIES,
                personas.get(p),
                item.id(),
                new Belief(personas.get(p), masses)));
      }
    }
    return vectors;
  }

  private static List<String> names(Panel panel) {
    return IntStream.range(0, panel.size())
        .mapToObj(row -> panel.subjects().names().get(panel.subjects().of(row)))
        .toList();
  }

  @Test
  void slices_overlapAndGap_areCountedAndNamed() {
    Division loose = new Division("loose", List.of(group("low", 0, 50), group("middle", 40, 100)));

    Findings findings = Comparison.of(WHOLE.dividedBy(List.of(loose)));

    assertThat(findings.divisions().getFirst().cover()).isEqualTo(new Division.Cover(10, 60));
    assertThat(findings.warnings())
        .contains("Groups of loose: 10 people are in several groups, 60 in none.");
  }

  @Test
  void slice_emptyOrSmall_isComputedAndMarked() {
    Division edges =
        new Division(
            "edges", List.of(new Group("nobody", Set.of(), Set.of()), group("few", 0, 30)));

    Findings findings = Comparison.of(WHOLE.dividedBy(List.of(edges)));
    GroupFindings nobody = findings.divisions().getFirst().groups().getFirst();
    GroupFindings few = findings.divisions().getFirst().groups().get(1);

    assertThat(nobody.findings().arms().getFirst().mean().emd().value()).isNaN();
    assertThat(nobody.small(nobody.findings().arms().getFirst())).isTrue();
    assertThat(few.small(few.findings().arms().getFirst())).isTrue();
    assertThat(few.findings().arms().getFirst().mean().emd().value()).isPositive();
    assertThatCode(() -> ReportFiles.of(findings, "")).doesNotThrowAnyException();
    assertThat(ResultJson.write(findings)).contains("\"id\": \"nobody\"");
  }

  @Test
  void crossed_twoDivisions_holdsWhoIsInBoth() {
    Division crossed =
        HALVES.crossed(new Division("thirds", List.of(group("a", 0, 100), group("b", 100, 160))));

    assertThat(crossed.groups())
        .extracting(Group::id)
        .containsExactly("first × a", "first × b", "second × a", "second × b");
    assertThat(crossed.groups().get(1).people()).isEmpty();
    assertThat(crossed.groups().get(2).people()).hasSize(20);
  }

  @Test
  void gaps_oneGroupServedWorse_areFoundAndAdjusted() {
    List<Group> groups =
        List.of(group("first", 0, 400), group("second", 400, 800), group("third", 800, 1200));
    Study study = SampleStudies.of(List.of("greedy-qa"), 4, 1200, 200);
    Study worse =
        new Study(
            study.id(),
            study.title(),
            study.people(),
            List.of(ArmInput.imported("greedy-qa", stubborn(study, groups.getLast()))),
            study
                .settings()
                .with(
                    new Settings.Options(
                        Settings.BoundSize.HALVES,
                        IntervalKind.PERCENTILE,
                        Adjustment.BENJAMINI_HOCHBERG)),
            study.facts(),
            study.answers(),
            List.of(new Division("thirds", groups)));

    List<GroupGap> gaps =
        Comparison.of(worse).divisions().getFirst().gaps().stream()
            .filter(gap -> gap.measure() == Measure.EMD_NORMALISED)
            .toList();

    assertThat(gaps).hasSize(3);
    assertThat(gaps.get(1).value()).isNegative();
    assertThat(gaps.get(1).p()).isLessThan(.02);
    assertThat(gaps.get(1).adjusted()).isBetween(gaps.get(1).p(), .05);
    assertThat(Math.abs(gaps.get(0).value())).isLessThan(Math.abs(gaps.get(1).value()) / 2);
  }

  private static Panel panelOf(Study study, Group group) {
    return study
        .arms()
        .getFirst()
        .panel()
        .where(
            row -> {
              var respondents = study.arms().getFirst().panel().respondents();
              return group.people().contains(respondents.names().get(respondents.of(row)));
            });
  }

  /** Everybody in the group gives the first answer. */
  private static Panel stubborn(Study study, Group group) {
    var panel = study.arms().getFirst().panel();
    Set<Integer> rows = IntStream.of(group.personaRows(panel)).boxed().collect(Collectors.toSet());
    List<byte[]> columns =
        IntStream.range(0, panel.questions())
            .mapToObj(
                q -> {
                  byte[] column = new byte[panel.size()];
                  for (int row = 0; row < column.length; row++) {
                    column[row] = (byte) (rows.contains(row) ? 0 : panel.cell(row, q));
                  }
                  return column;
                })
            .toList();
    return panel.withColumns(panel.items(), columns);
  }

  private static Group group(String id, int from, int below) {
    return new Group(
        id,
        IntStream.range(from, below).mapToObj("r-%05d"::formatted).collect(Collectors.toSet()),
        Set.of());
  }
}
