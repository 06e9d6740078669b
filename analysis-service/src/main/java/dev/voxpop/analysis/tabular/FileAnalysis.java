package dev.voxpop.analysis.tabular;

import dev.voxpop.analysis.comparison.ArmInput;
import dev.voxpop.analysis.comparison.Comparison;
import dev.voxpop.analysis.comparison.ReferenceArm;
import dev.voxpop.analysis.comparison.Settings;
import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.Row;
import dev.voxpop.analysis.report.ReportFiles;
import dev.voxpop.contracts.identity.Sha256;
import dev.voxpop.instrument.file.Reading;
import dev.voxpop.instrument.file.WaveReader;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Wave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    FileAnalysis analysis = new FileAnalysis(request, variables(request));
    Map<String, String> texts =
        new TreeMap<>(ReportFiles.of(Comparison.of(analysis.study()), "").texts());
    texts.put(METRICS, texts.getOrDefault(ReportFiles.RESULT, ""));
    Files.createDirectories(request.out());
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Files.writeString(request.out().resolve(file.getKey()), file.getValue());
    }
    return List.copyOf(texts.keySet());
  }

  private Study study() throws IOException {
    TableFile humans = TableFile.read(request.humans());
    TableFile responses = TableFile.read(request.responses());
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("People", humans.name() + ", SHA-256 " + hash(request.humans()));
    facts.put("Responses", responses.name() + ", SHA-256 " + hash(request.responses()));
    facts.put("Survey weights", request.columns().weights().orElse("none: everybody counts once"));
    return new Study(
        responses.name(),
        "Responses of " + responses.name() + " against " + humans.name(),
        people(humans),
        arms(responses),
        settings(),
        facts,
        Study.Origin.IMPORTED);
  }

  private Settings settings() {
    AnalyseFiles.Effort effort = request.effort();
    return new Settings(
        effort.seed(),
        effort.splits(),
        effort.bootstrap(),
        NominalEmd.ABSENT,
        List.of(ReferenceArm.UNIFORM),
        Settings.SMALL);
  }

  private Panel people(TableFile table) {
    int weight = table.optionalColumn(request.columns().weights().orElse(null));
    int[] places = places(table);
    List<Row> rows = new ArrayList<>();
    for (TableFile.Line line : table.lines()) {
      double value = weight < 0 ? 1 : weight(table, line, line.cells().get(weight));
      rows.add(Row.person(id(rows.size()), value, cells(table, line, places)));
    }
    return Panel.of(items, rows);
  }

  private List<ArmInput> arms(TableFile table) {
    int arm = table.optionalColumn(request.columns().arm().orElse(null));
    int cluster = table.optionalColumn(request.columns().cluster().orElse(null));
    int[] places = places(table);
    Map<String, List<Row>> arms = new TreeMap<>();
    int number = 0;
    for (TableFile.Line line : table.lines()) {
      String id = id(number++);
      String story = cluster < 0 ? id : line.cells().get(cluster);
      List<Integer> cells = cells(table, line, places);
      arms.computeIfAbsent(arm < 0 ? "responses" : line.cells().get(arm), name -> new ArrayList<>())
          .add(new Row(id, id, story, null, 1, cells));
    }
    return arms.entrySet().stream()
        .map(entry -> ArmInput.imported(entry.getKey(), Panel.of(items, entry.getValue())))
        .toList();
  }

  private int[] places(TableFile table) {
    return variables.stream().mapToInt(variable -> table.column(variable.column())).toArray();
  }

  private List<Integer> cells(TableFile table, TableFile.Line line, int[] places) {
    List<Integer> cells = new ArrayList<>();
    for (int q = 0; q < places.length; q++) {
      String text = line.cells().get(places[q]);
      cells.add(variables.get(q).cell(text, table.name(), line.number()));
    }
    return cells;
  }

  private static double weight(TableFile table, TableFile.Line line, String text) {
    try {
      double weight = Double.parseDouble(text.strip());
      if (weight >= 0 && Double.isFinite(weight)) {
        return weight;
      }
    } catch (NumberFormatException e) {
      // Falls through to the refusal, which names the text.
    }
    throw new IllegalArgumentException(
        "%s, line %d: the weight '%s' is no number from 0 on.%nMaybe the row lacks a weight."
            .formatted(table.name(), line.number(), text));
  }

  /** Padded, so that order of id is order of file. */
  private static String id(int row) {
    return "row-%09d".formatted(row + 1);
  }

  private static String hash(Path path) throws IOException {
    return Sha256.hex(Files.readAllBytes(path));
  }

  private static List<Variable> variables(AnalyseFiles request) throws IOException {
    List<Variable> all =
        switch (request.questions()) {
          case AnalyseFiles.Questions.Items(String list) -> items(list);
          case AnalyseFiles.Questions.Questionnaire(Path file) -> questionnaire(file);
        };
    List<String> ids = all.stream().map(variable -> variable.item().id()).toList();
    for (String id : request.reverse()) {
      if (!ids.contains(id)) {
        throw new IllegalArgumentException(
            "Question '%s' is to be reversed, but the questions are %s.%nMaybe the name is spelled otherwise."
                .formatted(id, ids));
      }
    }
    return all.stream()
        .map(v -> request.reverse().contains(v.item().id()) ? v.reversed() : v)
        .toList();
  }

  private static List<Variable> items(String list) {
    List<Variable> all = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      int colon = part.lastIndexOf(':');
      if (colon < 1 || !part.substring(colon + 1).strip().matches("[1-9]\\d{0,2}")) {
        throw new IllegalArgumentException(
            "'%s' is no question with its number of options.%nMaybe write it like A1:6."
                .formatted(part));
      }
      all.add(
          Variable.ordinal(
              part.substring(0, colon).strip(),
              Integer.parseInt(part.substring(colon + 1).strip())));
    }
    return all;
  }

  private static List<Variable> questionnaire(Path file) throws IOException {
    Reading<Wave> reading =
        WaveReader.with(Waves.shipped().traits())
            .read(Files.readAllBytes(file), String.valueOf(file.getFileName()));
    return switch (reading) {
      case Reading.Accepted<Wave> accepted ->
          accepted.value().select(accepted.value().defaultQuestions()).stream()
              .map(Variable::of)
              .toList();
      case Reading.Refused<Wave> refused ->
          throw new IllegalArgumentException(
              "%s is no questionnaire: %s%nMaybe check it with ./voxpop validate."
                  .formatted(file, refused.problems()));
    };
  }
}
