package dev.voxpop.analysis.tabular;

import dev.voxpop.analysis.panel.Item;
import java.util.ArrayList;
import java.util.List;

/** The declared questions, and how they are read from tables. */
record Questionnaire(List<Variable> variables) {

  Questionnaire {
    variables = List.copyOf(variables);
  }

  List<Item> items() {
    return variables.stream().map(Variable::item).toList();
  }

  /** Places of the questions' columns. */
  int[] places(Sheet table) {
    return variables.stream().mapToInt(variable -> table.column(variable.column())).toArray();
  }

  /** Cells of a row. */
  List<Integer> cells(
      Sheet table, Sheet.Line line, int[] places, AnalyseFiles.UnknownCodes unknown) {
    List<Integer> cells = new ArrayList<>();
    for (int q = 0; q < places.length; q++) {
      String text = line.cells().get(places[q]);
      cells.add(variables.get(q).cell(text, unknown, table.at(line)));
    }
    return cells;
  }
}
