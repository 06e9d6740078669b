package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.tables.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The wide table: one row a persona and repeat with its codes, and behind them those of its person.
 *
 * <p>A question whose codes are all whole numbers is a column of numbers, any other one of texts.
 */
final class WideExport {

  private static final List<Column> FIRST =
      Stream.concat(
              Stream.of("arm", "row", "persona", "story", "respondent").map(Column::text),
              Stream.of(Column.number("weight")))
          .toList();

  /** A column of the table and its label; for answers also the question. */
  record Variable(Column column, String label, List<Item> items) {}

  private final Study study;
  private final Respondents respondents;
  private final List<Variable> variables;

  WideExport(Study study) {
    this.study = study;
    this.respondents = Respondents.of(study);
    this.variables = variables();
  }

  /** The columns, in order. */
  List<Variable> variables() {
    Set<String> taken = new HashSet<>();
    List<Variable> all = new ArrayList<>();
    Stream.concat(FIRST.stream(), respondents.columns().stream())
        .forEach(column -> all.add(new Variable(column, column.name(), List.of())));
    all.forEach(variable -> taken.add(variable.column().name()));
    for (Item item : study.items()) {
      all.add(variable(free(item.id(), taken), item.text(), item));
    }
    for (Item item : study.items()) {
      all.add(variable(free("human_" + item.id(), taken), "People: " + item.text(), item));
    }
    return all;
  }

  private static Variable variable(String name, String label, Item item) {
    Column column = numeric(item) ? Column.whole(name) : Column.text(name);
    return new Variable(column, label, List.of(item));
  }

  /** Whether all codes of a question are whole numbers. */
  private static boolean numeric(Item item) {
    return item.options().stream().allMatch(option -> Codes.numeric(option.code()));
  }

  /** The name, with a word before it while another column has it. */
  private static String free(String name, Set<String> taken) {
    String free = name;
    while (!taken.add(free)) {
      free = "question_" + free;
    }
    return free;
  }

  /** The table of these arms. */
  ExportTable table(List<ArmFindings> arms) {
    ExportTable table = new ExportTable(variables.stream().map(Variable::column).toList());
    Map<String, Integer> people = new HashMap<>();
    List<String> ids = study.people().rowIds();
    for (int row = 0; row < ids.size(); row++) {
      people.put(ids.get(row), row);
    }
    for (ArmFindings arm : arms) {
      Panel panel = arm.input().panel();
      for (int row = 0; row < panel.size(); row++) {
        table.add(row(arm.id(), panel, row, people));
      }
    }
    return table;
  }

  private @Nullable Object[] row(String arm, Panel panel, int row, Map<String, Integer> people) {
    int respondent = panel.respondents().of(row);
    String person = respondent < 0 ? null : panel.respondents().names().get(respondent);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(arm);
    values.add(panel.rowIds().get(row));
    values.add(panel.subjects().names().get(panel.subjects().of(row)));
    values.add(panel.clusters().names().get(panel.clusters().of(row)));
    values.add(person);
    values.add(panel.weight(row));
    respondents.append(values, person);
    codes(values, panel, row);
    codes(values, study.people(), person == null ? -1 : people.getOrDefault(person, -1));
    return values.toArray();
  }

  private static void codes(List<@Nullable Object> values, Panel panel, int row) {
    for (int q = 0; q < panel.questions(); q++) {
      int cell = row < 0 ? Cells.MISSING : panel.cell(row, q);
      values.add(cell < 0 ? null : code(panel.item(q), cell));
    }
  }

  private static Object code(Item item, int cell) {
    String code = item.options().get(cell).code();
    return numeric(item) ? (Object) Long.valueOf(code) : code;
  }
}
