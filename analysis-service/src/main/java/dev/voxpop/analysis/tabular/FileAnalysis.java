package dev.voxpop.analysis.tabular;

import dev.voxpop.analysis.comparison.ArmInput;
import dev.voxpop.analysis.comparison.Comparison;
import dev.voxpop.analysis.comparison.ReferenceArm;
import dev.voxpop.analysis.comparison.RowFactor;
import dev.voxpop.analysis.comparison.Settings;
import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.Row;
import dev.voxpop.analysis.report.FileBytes;
import dev.voxpop.analysis.report.ReportFiles;
import dev.voxpop.contracts.identity.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds responses in a file against people in a file and writes report, exports and metrics.
 *
 * <p>Works on any answers, also ones that were never collected here. Rows keep the order of their
 * file; the same files and seed give the same bytes.
 */
public final class FileAnalysis {

  /** All numbers in full precision. */
  public static final String METRICS = "metrics.json";

  private final AnalyseFiles request;
  private final List<Variable> variables;
  private final List<Item> items;

  private FileAnalysis(AnalyseFiles request, List<Variable> variables) {
    this.request = request;
    this.variables = variables;
    this.items = variables.stream().map(Variable::item).toList();
  }

  /** Writes all files and returns their names. */
  public static List<String> run(AnalyseFiles request) throws IOException {
    FileAnalysis analysis = new FileAnalysis(request, Declarations.of(request));
    ReportFiles report = ReportFiles.of(Comparison.of(analysis.study()), "");
    Map<String, FileBytes> files = new TreeMap<>(report.contents());
    files.put(METRICS, FileBytes.of(report.texts().getOrDefault(ReportFiles.RESULT, "")));
    folder(request.out());
    for (Map.Entry<String, FileBytes> file : files.entrySet()) {
      Files.write(request.out().resolve(file.getKey()), file.getValue().copy());
    }
    return List.copyOf(files.keySet());
  }

  private static void folder(Path out) throws IOException {
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new IllegalArgumentException(
          out + " is a file.\nMaybe name a folder that the report may fill.");
    }
    Files.createDirectories(out);
  }

  private Study study() throws IOException {
    Sheet humans = Sheet.read(request.humans());
    Sheet responses = Sheet.read(request.responses());
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("People", humans.name() + ", SHA-256 " + hash(request.humans()));
    facts.put("Responses", responses.name() + ", SHA-256 " + hash(request.responses()));
    facts.put("Survey weights", request.columns().weights().orElse("none: everybody counts once"));
    List<String> ids = ids(humans);
    Panel people = people(humans, ids);
    List<ArmInput> arms = arms(responses, Set.copyOf(ids));
    List<String> groups = request.extras().groups();
    Groupings groupings = groupings(humans, responses, ids);
    return new Study(
        responses.name(),
        "Responses of " + responses.name() + " against " + humans.name(),
        people,
        arms,
        settings(),
        facts,
        Study.Origin.IMPORTED,
        groups.stream().map(groupings::division).toList(),
        groupings.demographics(groups));
  }

  private static Groupings groupings(Sheet humans, Sheet responses, List<String> ids) {
    List<String> personas =
        IntStream.range(0, responses.lines().size()).mapToObj(FileAnalysis::id).toList();
    return new Groupings(humans, responses, ids, personas);
  }

  /** Names of the people: their own, or by the order of the file. */
  private List<String> ids(Sheet humans) {
    Optional<String> column = request.extras().pairing().map(AnalyseFiles.Pairing::id);
    if (column.isEmpty()) {
      return IntStream.range(0, humans.lines().size()).mapToObj(FileAnalysis::id).toList();
    }
    int place = humans.column(column.get());
    return humans.lines().stream().map(line -> line.cells().get(place).strip()).toList();
  }

  private Settings settings() {
    AnalyseFiles.Effort effort = request.effort();
    return new Settings(
        effort.seed(),
        effort.splits(),
        effort.bootstrap(),
        NominalEmd.ABSENT,
        List.of(ReferenceArm.UNIFORM),
        Settings.SMALL,
        request.extras().options());
  }

  private Panel people(Sheet table, List<String> ids) {
    int weight = table.optionalColumn(request.columns().weights().orElse(null));
    int[] places = places(table);
    List<Row> rows = new ArrayList<>();
    for (Sheet.Line line : table.lines()) {
      double value = weight < 0 ? 1 : weight(table, line, line.cells().get(weight));
      rows.add(Row.person(ids.get(rows.size()), value, cells(table, line, places)));
    }
    return Panel.of(items, rows);
  }

  private List<ArmInput> arms(Sheet table, Set<String> people) {
    int arm = table.optionalColumn(request.columns().arm().orElse(null));
    int[] places = places(table);
    List<Integer> factors = request.extras().factors().stream().map(table::column).toList();
    Map<String, List<Row>> rows = new TreeMap<>();
    Map<String, List<Sheet.Line>> lines = new TreeMap<>();
    int number = 0;
    for (Sheet.Line line : table.lines()) {
      String name = arm < 0 ? "responses" : named(table, line, arm);
      Row row = persona(table, line, id(number++), people, places);
      rows.computeIfAbsent(name, n -> new ArrayList<>()).add(row);
      lines.computeIfAbsent(name, n -> new ArrayList<>()).add(line);
    }
    List<ArmInput> arms = new ArrayList<>();
    rows.forEach(
        (name, own) ->
            arms.add(
                ArmInput.imported(name, Panel.of(items, own))
                    .withFactors(factors(table, factors, lines.getOrDefault(name, List.of())))));
    return arms;
  }

  private static List<RowFactor> factors(
      Sheet table, List<Integer> columns, List<Sheet.Line> lines) {
    return columns.stream()
        .map(
            column ->
                new RowFactor(
                    table.columns().get(column),
                    lines.stream().map(line -> named(table, line, column)).toList()))
        .toList();
  }

  private Row persona(Sheet table, Sheet.Line line, String id, Set<String> people, int[] places) {
    int cluster = table.optionalColumn(request.columns().cluster().orElse(null));
    String story = cluster < 0 ? "" : line.cells().get(cluster).strip();
    String person = null;
    if (request.extras().pairing().isPresent()) {
      int respondent = table.column(request.extras().pairing().get().respondent());
      person = person(table, line, line.cells().get(respondent).strip(), people);
    }
    List<Integer> cells = cells(table, line, places);
    return new Row(id, id, story.isEmpty() ? id : story, person, 1, cells);
  }

  private static @Nullable String person(
      Sheet table, Sheet.Line line, String name, Set<String> people) {
    if (!name.isEmpty() && !people.contains(name)) {
      throw new IllegalArgumentException(
          "%s: there is no person '%s'.%nMaybe the people were drawn again."
              .formatted(table.at(line), name));
    }
    return name.isEmpty() ? null : name;
  }

  /** A text that must not be empty. */
  private static String named(Sheet table, Sheet.Line line, int column) {
    String text = line.cells().get(column).strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: column '%s' is empty.%nMaybe leave the row out."
              .formatted(table.at(line), table.columns().get(column)));
    }
    return text;
  }

  private int[] places(Sheet table) {
    return variables.stream().mapToInt(variable -> table.column(variable.column())).toArray();
  }

  private List<Integer> cells(Sheet table, Sheet.Line line, int[] places) {
    List<Integer> cells = new ArrayList<>();
    for (int q = 0; q < places.length; q++) {
      String text = line.cells().get(places[q]);
      cells.add(variables.get(q).cell(text, request.extras().unknown(), table.at(line)));
    }
    return cells;
  }

  private static double weight(Sheet table, Sheet.Line line, String text) {
    try {
      double weight = Double.parseDouble(text.strip());
      if (weight >= 0 && Double.isFinite(weight)) {
        return weight;
      }
    } catch (NumberFormatException e) {
      // Falls through to the refusal, which names the text.
    }
    throw new IllegalArgumentException(
        "%s: the weight '%s' is no number from 0 on.%nMaybe the row lacks a weight."
            .formatted(table.at(line), text));
  }

  /** Padded, so that order of id is order of file. */
  private static String id(int row) {
    return "row-%09d".formatted(row + 1);
  }

  private static String hash(Path path) throws IOException {
    return Sha256.hex(Files.readAllBytes(path));
  }
}
