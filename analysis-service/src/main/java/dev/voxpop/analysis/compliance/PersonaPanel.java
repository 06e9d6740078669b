package dev.voxpop.analysis.compliance;

import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The answers of an arm as a panel: one row a persona and repeat.
 *
 * <p>A valid answer becomes its option, a refused one {@link Cells#REFUSED}, everything else {@link
 * Cells#MISSING}: there is no numeric stand-in for "no answer".
 */
public final class PersonaPanel {

  private PersonaPanel() {}

  /** Rows for all personas that occur in the cells, with a weight each. */
  public static Panel of(
      List<Item> items, List<CellRecord> cells, ToDoubleFunction<CellRecord> weight) {
    Map<String, Integer> columns = new HashMap<>();
    items.forEach(item -> columns.put(item.id(), columns.size()));
    Map<String, List<Integer>> answers = new TreeMap<>();
    Map<String, CellRecord> heads = new HashMap<>();
    for (CellRecord cell : cells) {
      String id = cell.row();
      heads.putIfAbsent(id, cell);
      List<Integer> row = answers.computeIfAbsent(id, name -> blank(items.size()));
      Integer column = columns.get(cell.question());
      if (column != null) {
        row.set(column, value(cell));
      }
    }
    List<Row> rows = new ArrayList<>();
    heads.forEach(
        (id, head) ->
            rows.add(
                new Row(
                    id,
                    head.persona(),
                    head.cluster(),
                    head.respondent(),
                    weight.applyAsDouble(head),
                    answers.getOrDefault(id, List.of()))));
    return Panel.of(items, rows);
  }

  private static int value(CellRecord cell) {
    Integer option = cell.option();
    if (cell.valid() && option != null) {
      return option;
    }
    return cell.refused() ? Cells.REFUSED : Cells.MISSING;
  }

  private static List<Integer> blank(int size) {
    return new ArrayList<>(Collections.nCopies(size, Cells.MISSING));
  }
}
