package dev.voxpop.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.audit.BalancedDesign;
import dev.voxpop.analysis.audit.Factor;
import dev.voxpop.analysis.audit.FactorShare;
import dev.voxpop.analysis.audit.FactorShare.Flag;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditsTest {

  private static final int PERSONAS = 30;
  private static final List<Factor> FACTORS =
      List.of(
          new Factor("symbol", List.of("upper", "lower", "number")),
          new Factor("optionOrder", List.of("declared", "random")),
          new Factor("temperature", List.of("0.7", "1.0")));
  private static final Study STUDY = SampleStudies.of(List.of("bio", "none"), 2, 60, 0);

  @Test
  void audit_oneFactorMattersToOneQuestion_onlyThereItIsFlagged() {
    AuditFindings found = Comparison.of(STUDY.audited(audit(12))).audit().orElseThrow();

    assertThat(found.shares()).hasSize(2);
    assertThat(found.shares().getFirst())
        .extracting(FactorShare::factor)
        .containsExactly("symbol", "optionOrder", "temperature");
    assertThat(found.shares().getFirst())
        .extracting(FactorShare::flag)
        .containsExactly(Flag.FRAGILE, Flag.STABLE, Flag.STABLE);
    assertThat(found.shares().get(1))
        .extracting(FactorShare::flag)
        .containsExactly(Flag.STABLE, Flag.STABLE, Flag.STABLE);
    assertThat(found.shares().getFirst().getFirst().n())
        .as("refused answers have no value")
        .isLessThan(12 * PERSONAS)
        .isGreaterThan(11 * PERSONAS);
  }

  @Test
  void audit_levels_poolTheAnswersOfTheirCells() {
    AuditFindings found = Comparison.of(STUDY.audited(audit(12))).audit().orElseThrow();

    assertThat(found.cells()).hasSize(12);
    assertThat(found.levels()).hasSize(3);
    assertThat(found.levels().getFirst()).extracting(level -> level.rows()).containsOnly(120);
    assertThat(found.levels().get(1)).extracting(level -> level.rows()).containsOnly(180);
    assertThat(found.levels().getFirst().get(2).mean().tv().value())
        .isCloseTo(.6, within(.3))
        .isGreaterThan(found.levels().getFirst().get(0).mean().tv().value());
  }

  @Test
  void audit_besideArms_changesNoNumberOfTheirs() {
    Findings without = Comparison.of(STUDY);
    Findings with = Comparison.of(STUDY.audited(audit(6)));

    assertThat(without.audit()).isEmpty();
    assertThat(with.arms()).extracting(ArmFindings::id).containsExactlyInAnyOrder("bio", "none");
    assertThat(with.arms())
        .extracting(arm -> arm.mean().emdNormalised().value())
        .isEqualTo(without.arms().stream().map(arm -> arm.mean().emdNormalised().value()).toList());
    assertThat(with.warnings()).isEqualTo(without.warnings());
  }

  @Test
  void audit_stoppedEarly_isSaidAndPartial() {
    AuditInput audit = audit(6);
    ArmInput first = audit.cells().getFirst().input();
    ArmInput stopped =
        new ArmInput(
            first.id(),
            first.label(),
            first.panel(),
            first.weighting(),
            first.compliance(),
            first.facts(),
            7);
    List<AuditInput.Cell> cells = new ArrayList<>(audit.cells());
    cells.set(0, AuditInput.Cell.of(FACTORS, cells.getFirst().levels(), stopped));

    Findings findings = Comparison.of(STUDY.audited(new AuditInput(audit.arm(), FACTORS, cells)));

    assertThat(findings.partial()).isTrue();
    assertThat(findings.warnings())
        .contains("The audit of arm bio stopped early: 7 planned answers were not reached.");
  }

  private static AuditInput audit(int count) {
    BalancedDesign design = BalancedDesign.ofCells(FACTORS, count, 7);
    List<AuditInput.Cell> cells = new ArrayList<>();
    for (int cell = 0; cell < count; cell++) {
      int own = cell;
      List<Integer> levels =
          IntStream.range(0, FACTORS.size()).mapToObj(f -> design.level(own, f)).toList();
      cells.add(
          AuditInput.Cell.of(
              FACTORS,
              levels,
              ArmInput.imported("bio-audit-%02d".formatted(cell + 1), panel(cell, levels))));
    }
    return new AuditInput("bio", FACTORS, cells);
  }

  /** The first question's answers are the first option for numbers, often; refusals are few. */
  private static Panel panel(int cell, List<Integer> levels) {
    List<Row> rows = new ArrayList<>();
    for (int p = 0; p < PERSONAS; p++) {
      int place = 1_000 * cell + p;
      boolean moved = levels.getFirst() == 2 && draw(1, place, 10) < 9;
      int habit = draw(2, p, 3);
      int first = draw(3, place, 40) == 0 ? Cells.REFUSED : draw(4, place, 3);
      int kept = draw(5, place, 10) < 5 && first >= 0 ? habit : first;
      rows.add(
          new Row(
              "r-%03d#000".formatted(p),
              "r-%03d".formatted(p),
              "r-%03d".formatted(p),
              null,
              1,
              List.of(moved && kept >= 0 ? 0 : kept, draw(6, place, 4))));
    }
    return Panel.of(STUDY.items(), rows);
  }

  private static int draw(int stream, int n, int k) {
    return new Draws(9, stream).below(n, k);
  }
}
