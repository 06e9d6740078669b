package dev.voxpop.analysis.compliance;

import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import java.util.ArrayList;
import java.util.List;

/** Panels of two options, answered or refused, so that refusals can be treated as any share. */
public final class Refusals {

  /** Option index of a refusal. */
  public static final int REFUSED = 1;

  private Refusals() {}

  /** The same rows with 0 for an answer and 1 for a refusal; missing stays missing. */
  public static Panel of(Panel panel) {
    List<Item> items = panel.items().stream().map(item -> Item.ordinal(item.id(), 2)).toList();
    List<byte[]> columns = new ArrayList<>();
    for (int q = 0; q < panel.questions(); q++) {
      byte[] column = new byte[panel.size()];
      for (int row = 0; row < column.length; row++) {
        column[row] = (byte) code(panel.cell(row, q));
      }
      columns.add(column);
    }
    return panel.withColumns(items, columns);
  }

  private static int code(int cell) {
    if (cell == Cells.REFUSED) {
      return REFUSED;
    }
    return cell >= 0 ? 0 : Cells.MISSING;
  }
}
