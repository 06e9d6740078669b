package dev.voxpop.analysis.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArmComplianceTest {

  private static final List<Item> ITEMS = List.of(Item.ordinal("q1", 3), Item.ordinal("q2", 3));

  private static final List<CellRecord> CELLS =
      List.of(
          cell("b-1", "q1", "valid", 2, 1, "valid"),
          cell("b-1", "q2", "refused", null, 1, "refused"),
          cell("b-2", "q1", "valid", 0, 3, "unreadable"),
          cell("b-2", "q2", "not_reached", null, 0, null));

  @Test
  void compliance_fourCells_countsStatesAndDraws() {
    ArmCompliance compliance = ArmCompliance.of(ITEMS, CELLS);

    assertThat(compliance.total().asked()).isEqualTo(4);
    assertThat(compliance.total().states())
        .containsEntry("valid", 2L)
        .containsEntry("refused", 1L)
        .containsEntry("not_reached", 1L);
    assertThat(compliance.total().firstAttemptValidity()).isEqualTo(1.0 / 3);
    assertThat(compliance.questions().getFirst().meanAttempts()).isEqualTo(2);
    assertThat(compliance.questions().getFirst().largestAttempts()).isEqualTo(3);
  }

  @Test
  void compliance_statesThatDoNotAddUp_areRefused() {
    assertThatThrownBy(
            () -> new QuestionCompliance("q", 3, new TreeMap<>(), new TreeMap<>(), 0, 0, 0, 0))
        .hasMessageContaining("3 answers were planned, 0 have a state")
        .hasMessageContaining("Maybe");
  }

  @Test
  void panel_cellsWithoutValue_areMissingOrRefused() {
    Panel panel = PersonaPanel.of(ITEMS, CELLS, cell -> 1);

    assertThat(panel.size()).isEqualTo(2);
    assertThat(panel.cell(0, 0)).isEqualTo(2);
    assertThat(panel.cell(0, 1)).isEqualTo(Cells.REFUSED);
    assertThat(panel.cell(1, 1)).isEqualTo(Cells.MISSING);
    assertThat(Refusals.of(panel).cell(0, 1)).isEqualTo(Refusals.REFUSED);
    assertThat(Refusals.of(panel).cell(0, 0)).isZero();
  }

  private static CellRecord cell(
      String persona,
      String question,
      String state,
      @Nullable Integer option,
      int attempts,
      @Nullable String first) {
    return new CellRecord(
        persona, persona, null, question, 0, state, option, null, attempts, first, List.of());
  }
}
