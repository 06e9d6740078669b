package dev.voxpop.analysis.compliance;

import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Panel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The answers of an arm as they would be if nobody had been asked a second time. */
public final class FirstAttempts {

  private FirstAttempts() {}

  /** The same rows; a cell whose first draw was not valid is missing. */
  public static Panel of(Panel panel, List<CellRecord> cells) {
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < panel.rowIds().size(); row++) {
      rows.put(panel.rowIds().get(row), row);
    }
    Map<String, byte[]> columns = new HashMap<>();
    List<byte[]> ordered = new ArrayList<>();
    for (int q = 0; q < panel.questions(); q++) {
      byte[] column = new byte[panel.size()];
      for (int row = 0; row < column.length; row++) {
        column[row] = (byte) panel.cell(row, q);
      }
      columns.put(panel.item(q).id(), column);
      ordered.add(column);
    }
    for (CellRecord cell : cells) {
      Integer row = rows.get(cell.row());
      byte[] column = columns.get(cell.question());
      if (row != null && column != null && !CellRecord.VALID.equals(cell.firstState())) {
        column[row] = (byte) Cells.MISSING;
      }
    }
    return panel.withColumns(panel.items(), ordered);
  }
}
