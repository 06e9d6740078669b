package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.ArmInput;
import dev.voxpop.analysis.comparison.RowFactor;
import dev.voxpop.analysis.comparison.Settings;
import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.analysis.elicitation.ProbabilityVector;
import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Demographics;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.subgroup.Division;
import dev.voxpop.tables.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a report was computed from, complete enough to compute it again: {@value #STUDY} with
 * questions and settings, the people, the personas, and how their answers came about.
 *
 * <p>A cell is the code of its option, {@value #REFUSED}, or nothing. {@value #HISTORIES} has one
 * line a persona and repeat with a text "state|reason|attempts|first state|displayed order" for
 * every planned answer that was not simply valid at once with the options as declared; {@value
 * #NOT_ASKED} where none was planned.
 */
public final class StudyFiles {

  /** Questions, settings, arms and groups. */
  public static final String STUDY = "study.json";

  /** People, without ending. */
  public static final String PEOPLE = "people";

  /** Personas, without ending. */
  public static final String PERSONAS = "personas";

  /** Probabilities of options, without ending; left out where there are none. */
  public static final String PROBABILITIES = "probabilities";

  /** How answers came about. */
  public static final String HISTORIES = "histories.jsonl";

  /** A cell whose answer was declined. */
  public static final String REFUSED = "refused";

  /** A cell for which no answer was planned. */
  public static final String NOT_ASKED = "-";

  /** Stands before the id of a question, so that it meets no other column. */
  public static final String QUESTION = "q:";

  /** Stands before the name of a demographic column. */
  public static final String DEMOGRAPHIC = "code:";

  /** Stands before the id of a factor. */
  public static final String FACTOR = "factor:";

  private final Study study;

  private StudyFiles(Study study) {
    this.study = study;
  }

  /** All of them. */
  static FileSet of(Study study) {
    StudyFiles files = new StudyFiles(study);
    String histories = StudyHistories.of(study);
    FileSet set =
        new FileSet()
            .put(STUDY, Json.pretty(files.description()))
            .put(PEOPLE, files.people())
            .put(PERSONAS, files.personas())
            .put(HISTORIES, histories, histories.lines().count());
    return study.probabilities().isEmpty() ? set : set.put(PROBABILITIES, files.probabilities());
  }

  private Map<String, @Nullable Object> description() {
    Map<String, @Nullable Object> object =
        Json.object(
            "apiVersion", "v1",
            "id", study.id(),
            "title", study.title(),
            "answers", name(study.answers()),
            "facts", study.facts(),
            "settings", settings(study.settings()),
            "questions", study.items().stream().map(StudyFiles::question).toList(),
            "arms", study.arms().stream().map(StudyFiles::arm).toList(),
            "divisions", study.divisions().stream().map(StudyFiles::division).toList());
    study.audit().ifPresent(audit -> object.put("audit", AuditJson.of(audit, StudyFiles::arm)));
    return object;
  }

  private static Map<String, @Nullable Object> settings(Settings settings) {
    Map<String, @Nullable Object> object =
        Json.object(
            "seed", settings.seed(),
            "splits", settings.splits(),
            "bootstrap", settings.bootstrap(),
            "nominal", name(settings.nominal()),
            "references", settings.references().stream().map(StudyFiles::name).toList(),
            "smallN", settings.smallN(),
            "bound", name(settings.options().bound()),
            "intervals", name(settings.options().intervals()),
            "adjustment", name(settings.options().adjustment()));
    if (settings.options().alpha() != Settings.AlphaVariants.UNWEIGHTED) {
      object.put("alpha", name(settings.options().alpha()));
    }
    return object;
  }

  private static Map<String, @Nullable Object> question(Item item) {
    return Json.object(
        "id", item.id(),
        "text", item.text(),
        "kind", name(item.kind()),
        "keying", name(item.keying()),
        "options",
            item.options().stream()
                .map(o -> Json.object("code", o.code(), "text", o.text(), "position", o.position()))
                .toList());
  }

  private static Map<String, @Nullable Object> arm(ArmInput arm) {
    return Json.object(
        "id", arm.id(),
        "label", arm.label(),
        "weighting", name(arm.weighting()),
        "facts", arm.facts(),
        "notReached", arm.notReached(),
        "interviewed", arm.compliance().isPresent() && !arm.cells().isEmpty(),
        "factors", arm.factors().stream().map(RowFactor::id).toList());
  }

  private static Map<String, @Nullable Object> division(Division division) {
    return Json.object(
        "id", division.id(),
        "groups",
            division.groups().stream()
                .map(
                    group ->
                        Json.object(
                            "id", group.id(),
                            "people", sorted(group.people()),
                            "personas", sorted(group.personas())))
                .toList());
  }

  private static List<String> sorted(Collection<String> names) {
    return names.stream().sorted().toList();
  }

  private ExportTable people() {
    Demographics demographics = study.demographics();
    List<Column> columns = new ArrayList<>(List.of(Column.text("person"), Column.number("weight")));
    demographics.columns().forEach(column -> columns.add(Column.whole(DEMOGRAPHIC + column)));
    study.items().forEach(item -> columns.add(Column.text(QUESTION + item.id())));
    ExportTable table = new ExportTable(columns);
    Panel panel = study.people();
    for (int row = 0; row < panel.rowIds().size(); row++) {
      String person = panel.rowIds().get(row);
      List<@Nullable Object> values = new ArrayList<>();
      values.add(person);
      values.add(panel.weight(row));
      demographics.columns().forEach(column -> values.add(demographics.code(column, person)));
      codes(values, panel, row);
      table.add(values.toArray());
    }
    return table;
  }

  private ExportTable personas() {
    List<Column> columns = new ArrayList<>();
    for (String name : List.of("arm", "row", "persona", "story", "respondent")) {
      columns.add(Column.text(name));
    }
    columns.add(Column.number("weight"));
    study.items().forEach(item -> columns.add(Column.text(QUESTION + item.id())));
    List<String> factors =
        study.interviewed().stream()
            .flatMap(arm -> arm.factors().stream().map(RowFactor::id))
            .distinct()
            .toList();
    factors.forEach(factor -> columns.add(Column.text(FACTOR + factor)));
    ExportTable table = new ExportTable(columns);
    for (ArmInput arm : study.interviewed()) {
      for (int row = 0; row < arm.panel().size(); row++) {
        table.add(persona(arm, row, factors));
      }
    }
    return table;
  }

  private static @Nullable Object[] persona(ArmInput arm, int row, List<String> factors) {
    Panel panel = arm.panel();
    int respondent = panel.respondents().of(row);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(arm.id());
    values.add(panel.rowIds().get(row));
    values.add(panel.subjects().names().get(panel.subjects().of(row)));
    values.add(panel.clusters().names().get(panel.clusters().of(row)));
    values.add(respondent < 0 ? null : panel.respondents().names().get(respondent));
    values.add(panel.weight(row));
    codes(values, panel, row);
    for (String id : factors) {
      values.add(
          arm.factors().stream()
              .filter(factor -> factor.id().equals(id))
              .map(factor -> factor.levels().get(row))
              .findFirst()
              .orElse(null));
    }
    return values.toArray();
  }

  private static void codes(List<@Nullable Object> values, Panel panel, int row) {
    for (int q = 0; q < panel.questions(); q++) {
      int cell = panel.cell(row, q);
      String missing = cell == Cells.REFUSED ? REFUSED : null;
      values.add(cell < 0 ? missing : panel.item(q).options().get(cell).code());
    }
  }

  private ExportTable probabilities() {
    ExportTable table =
        new ExportTable(
            Column.text("arm"),
            Column.text("mode"),
            Column.text("persona"),
            Column.text("story"),
            Column.text("question"),
            Column.text("option"),
            Column.number("probability"));
    Map<String, Item> items = new HashMap<>();
    study.items().forEach(item -> items.put(item.id(), item));
    for (ProbabilityVector vector : study.probabilities()) {
      Item item = Objects.requireNonNull(items.get(vector.question()));
      for (int k = 0; k < item.levels(); k++) {
        table.add(
            vector.arm(),
            vector.mode().key(),
            vector.persona(),
            vector.belief().cluster(),
            item.id(),
            item.options().get(k).code(),
            vector.belief().masses().get(k));
      }
    }
    return table;
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
