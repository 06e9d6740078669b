package dev.voxpop.analysis.store;

import static dev.voxpop.analysis.store.StoredValues.facts;
import static dev.voxpop.analysis.store.StoredValues.list;
import static dev.voxpop.analysis.store.StoredValues.names;
import static dev.voxpop.analysis.store.StoredValues.nullable;
import static dev.voxpop.analysis.store.StoredValues.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.voxpop.analysis.comparison.ArmInput;
import dev.voxpop.analysis.comparison.PersonaWeighting;
import dev.voxpop.analysis.comparison.ReferenceArm;
import dev.voxpop.analysis.comparison.RowFactor;
import dev.voxpop.analysis.comparison.Settings;
import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.analysis.compliance.ArmCompliance;
import dev.voxpop.analysis.compliance.CellRecord;
import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.elicitation.ProbabilityVector;
import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.ItemKind;
import dev.voxpop.analysis.panel.Keying;
import dev.voxpop.analysis.panel.Option;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.Row;
import dev.voxpop.analysis.report.StudyFiles;
import dev.voxpop.analysis.subgroup.Division;
import dev.voxpop.analysis.subgroup.Group;
import dev.voxpop.analysis.uncertainty.Adjustment;
import dev.voxpop.analysis.uncertainty.IntervalKind;
import dev.voxpop.analysis.verification.WrittenFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The files of {@link StudyFiles}, read back into the study they describe. */
public final class StudyFolder {

  private final FolderTexts texts;
  private final JsonNode study;
  private final List<Item> items;

  private StudyFolder(Map<String, WrittenFile> files) {
    this.texts = new FolderTexts(files);
    this.study = texts.tree(StudyFiles.STUDY);
    this.items = list(study.path("questions")).stream().map(StudyFolder::item).toList();
  }

  /** The study that these files, by name, describe. */
  public static Study study(Map<String, WrittenFile> files) {
    return new StudyFolder(files).study();
  }

  private Study study() {
    Map<String, ArmInput> interviewed = interviewed();
    return new Study(
        study.path("id").asText(),
        study.path("title").asText(),
        people(),
        list(study.path("arms")).stream().map(arm -> StoredAudit.input(interviewed, arm)).toList(),
        settings(study.path("settings")),
        facts(study.path("facts")),
        value(Study.Origin.class, study.path("answers")),
        list(study.path("divisions")).stream().map(StudyFolder::division).toList(),
        DescribedPeople.of(texts.text(StudyFiles.PEOPLE + ".jsonl")).demographics(),
        probabilities(),
        StoredAudit.of(study, interviewed));
  }

  private List<ProbabilityVector> probabilities() {
    String name = StudyFiles.PROBABILITIES + ".jsonl";
    ProbabilityRows rows = new ProbabilityRows();
    if (texts.has(name)) {
      texts.rows(name).forEach(line -> rows.add(line.row()));
    }
    return rows.vectors();
  }

  private Panel people() {
    String name = StudyFiles.PEOPLE + ".jsonl";
    List<Row> rows = new ArrayList<>();
    for (FolderTexts.Line line : texts.rows(name)) {
      JsonNode person = line.row();
      rows.add(
          Row.person(
              person.path("person").asText(), person.path("weight").asDouble(), cells(line)));
    }
    return Panel.of(items, rows);
  }

  /** Arms and cells of the audit by id. */
  private Map<String, ArmInput> interviewed() {
    Map<String, List<JsonNode>> personas = new LinkedHashMap<>();
    Map<String, List<Row>> rows = new HashMap<>();
    for (FolderTexts.Line line : texts.rows(StudyFiles.PERSONAS + ".jsonl")) {
      JsonNode persona = line.row();
      String arm = persona.path("arm").asText();
      personas.computeIfAbsent(arm, id -> new ArrayList<>()).add(persona);
      rows.computeIfAbsent(arm, id -> new ArrayList<>()).add(row(line));
    }
    Map<String, JsonNode> histories = histories();
    Map<String, ArmInput> arms = new HashMap<>();
    List<JsonNode> described = new ArrayList<>(list(study.path("arms")));
    described.addAll(StoredAudit.inputs(study));
    for (JsonNode arm : described) {
      String id = arm.path("id").asText();
      Panel panel = Panel.of(items, rows.getOrDefault(id, List.of()));
      arms.put(id, arm(arm, panel, personas.getOrDefault(id, List.of()), histories));
    }
    return arms;
  }

  private ArmInput arm(
      JsonNode arm, Panel panel, List<JsonNode> personas, Map<String, JsonNode> histories) {
    String id = arm.path("id").asText();
    long notReached = arm.path("notReached").asLong();
    List<CellRecord> cells =
        arm.path("interviewed").asBoolean() ? records(id, panel, histories) : List.of();
    Optional<ArmCompliance> compliance =
        cells.isEmpty()
            ? Optional.empty()
            : Optional.of(ArmCompliance.of(items, cells).withNotReached(notReached));
    return new ArmInput(
            id,
            arm.path("label").asText(),
            panel,
            value(PersonaWeighting.class, arm.path("weighting")),
            compliance,
            facts(arm.path("facts")),
            notReached)
        .withCells(cells)
        .withFactors(
            list(arm.path("factors")).stream().map(f -> factor(f.asText(), personas)).toList());
  }

  private static RowFactor factor(String id, List<JsonNode> personas) {
    return new RowFactor(
        id, personas.stream().map(p -> p.path(StudyFiles.FACTOR + id).asText()).toList());
  }

  private Row row(FolderTexts.Line line) {
    JsonNode persona = line.row();
    return new Row(
        persona.path("row").asText(),
        persona.path("persona").asText(),
        persona.path("story").asText(),
        nullable(persona.path("respondent")),
        persona.path("weight").asDouble(),
        cells(line));
  }

  private List<Integer> cells(FolderTexts.Line line) {
    List<Integer> cells = new ArrayList<>();
    for (Item item : items) {
      String code = nullable(line.row().path(StudyFiles.QUESTION + item.id()));
      cells.add(code == null ? Cells.MISSING : cell(line, item, code));
    }
    return cells;
  }

  private static int cell(FolderTexts.Line line, Item item, String code) {
    for (int k = 0; k < item.levels(); k++) {
      if (item.options().get(k).code().equals(code)) {
        return k;
      }
    }
    if (code.equals(StudyFiles.REFUSED)) {
      return Cells.REFUSED;
    }
    throw new IllegalArgumentException(
        "%s, line %d, question %s: '%s' is no declared code.%nMaybe the row was changed."
            .formatted(line.file(), line.number(), item.id(), code));
  }

  private Map<String, JsonNode> histories() {
    Map<String, JsonNode> histories = new HashMap<>();
    for (FolderTexts.Line line : texts.rows(StudyFiles.HISTORIES)) {
      JsonNode history = line.row();
      histories.put(history.path("arm").asText() + "\n" + history.path("row").asText(), history);
    }
    return histories;
  }

  private List<CellRecord> records(String arm, Panel panel, Map<String, JsonNode> histories) {
    List<CellRecord> cells = new ArrayList<>();
    for (int row = 0; row < panel.size(); row++) {
      JsonNode history =
          histories.getOrDefault(arm + "\n" + panel.rowIds().get(row), MissingNode.getInstance());
      for (int q = 0; q < items.size(); q++) {
        String text = nullable(history.path(StudyFiles.QUESTION + items.get(q).id()));
        if (!StudyFiles.NOT_ASKED.equals(text)) {
          cells.add(record(panel, row, q, text));
        }
      }
    }
    return cells;
  }

  private static CellRecord record(Panel panel, int row, int question, @Nullable String history) {
    Item item = panel.item(question);
    String id = panel.rowIds().get(row);
    int cell = panel.cell(row, question);
    int respondent = panel.respondents().of(row);
    String[] parts =
        history == null
            ? new String[] {CellRecord.VALID, "", "1", CellRecord.VALID, declared(item)}
            : history.split("\\|", -1);
    if (parts.length != 5) {
      throw new IllegalArgumentException(
          "%s, row %s, question %s: '%s' is no history.%nMaybe the line was changed."
              .formatted(StudyFiles.HISTORIES, id, item.id(), history));
    }
    return new CellRecord(
        panel.subjects().names().get(panel.subjects().of(row)),
        panel.clusters().names().get(panel.clusters().of(row)),
        respondent < 0 ? null : panel.respondents().names().get(respondent),
        item.id(),
        Integer.parseInt(id.substring(id.lastIndexOf('#') + 1)),
        parts[0],
        cell < 0 ? null : cell,
        parts[1].isEmpty() ? null : parts[1],
        Integer.parseInt(parts[2]),
        parts[3].isEmpty() ? null : parts[3],
        parts[4].isEmpty() ? List.of() : order(parts[4]));
  }

  private static String declared(Item item) {
    return String.join(" ", IntStream.range(0, item.levels()).mapToObj(Integer::toString).toList());
  }

  private static List<Integer> order(String text) {
    return List.of(text.split(" ")).stream().map(Integer::valueOf).toList();
  }

  private static Item item(JsonNode question) {
    return new Item(
        question.path("id").asText(),
        question.path("text").asText(),
        value(ItemKind.class, question.path("kind")),
        list(question.path("options")).stream()
            .map(
                option ->
                    new Option(
                        option.path("code").asText(),
                        option.path("text").asText(),
                        option.path("position").asDouble()))
            .toList(),
        value(Keying.class, question.path("keying")));
  }

  private static Settings settings(JsonNode settings) {
    return new Settings(
        settings.path("seed").asLong(),
        settings.path("splits").asInt(),
        settings.path("bootstrap").asInt(),
        value(NominalEmd.class, settings.path("nominal")),
        list(settings.path("references")).stream()
            .map(reference -> value(ReferenceArm.class, reference))
            .toList(),
        settings.path("smallN").asInt(),
        new Settings.Options(
            value(Settings.BoundSize.class, settings.path("bound")),
            value(IntervalKind.class, settings.path("intervals")),
            value(Adjustment.class, settings.path("adjustment")),
            settings.has("alpha")
                ? value(Settings.AlphaVariants.class, settings.path("alpha"))
                : Settings.AlphaVariants.UNWEIGHTED));
  }

  private static Division division(JsonNode division) {
    return new Division(
        division.path("id").asText(),
        list(division.path("groups")).stream()
            .map(
                group ->
                    new Group(
                        group.path("id").asText(),
                        names(group.path("people")),
                        names(group.path("personas"))))
            .toList());
  }
}
