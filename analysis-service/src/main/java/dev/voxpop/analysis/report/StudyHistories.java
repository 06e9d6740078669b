package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.ArmInput;
import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.analysis.compliance.CellRecord;
import dev.voxpop.analysis.panel.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How answers came about, one line a persona of whom there is something to say. */
final class StudyHistories {

  private final Study study;

  private StudyHistories(Study study) {
    this.study = study;
  }

  /** The lines of all that were interviewed. */
  static String of(Study study) {
    return new StudyHistories(study).histories();
  }

  private String histories() {
    StringBuilder lines = new StringBuilder();
    for (ArmInput arm : study.interviewed()) {
      if (!arm.cells().isEmpty()) {
        histories(arm, lines);
      }
    }
    return lines.toString();
  }

  private void histories(ArmInput arm, StringBuilder lines) {
    Map<String, Map<String, CellRecord>> byRow = new HashMap<>();
    for (CellRecord cell : arm.cells()) {
      byRow.computeIfAbsent(cell.row(), row -> new HashMap<>()).put(cell.question(), cell);
    }
    for (String row : arm.panel().rowIds()) {
      Map<String, CellRecord> cells = byRow.getOrDefault(row, Map.of());
      Map<String, @Nullable Object> line = new TreeMap<>();
      for (Item item : study.items()) {
        CellRecord cell = cells.get(item.id());
        String history = cell == null ? StudyFiles.NOT_ASKED : history(item, cell);
        if (!history.isEmpty()) {
          line.put(StudyFiles.QUESTION + item.id(), history);
        }
      }
      if (!line.isEmpty()) {
        line.put("arm", arm.id());
        line.put("row", row);
        lines.append(Json.line(line)).append('\n');
      }
    }
  }

  /** The history of a cell in one text; empty for an answer that was valid at once. */
  private static String history(Item item, CellRecord cell) {
    List<Integer> declared = IntStream.range(0, item.levels()).boxed().toList();
    boolean plain =
        cell.valid()
            && cell.reason() == null
            && cell.attempts() == 1
            && CellRecord.VALID.equals(cell.firstState())
            && cell.displayOrder().equals(declared);
    List<String> order = cell.displayOrder().stream().map(String::valueOf).toList();
    return plain
        ? ""
        : String.join(
            "|",
            cell.state(),
            cell.reason() == null ? "" : cell.reason(),
            Integer.toString(cell.attempts()),
            cell.firstState() == null ? "" : cell.firstState(),
            String.join(" ", order));
  }
}
