package dev.voxpop.analysis.tabular;

import dev.voxpop.analysis.comparison.ArmInput;
import dev.voxpop.analysis.comparison.Comparison;
import dev.voxpop.analysis.comparison.PersonaWeighting;
import dev.voxpop.analysis.comparison.ReferenceArm;
import dev.voxpop.analysis.comparison.Settings;
import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.analysis.distance.NominalEmd;
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
import java.util.TreeMap;
import java.util.stream.IntStream;

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
  private final Questionnaire questions;

  private FileAnalysis(AnalyseFiles request, Questionnaire questions) {
    this.request = request;
    this.questions = questions;
  }

  /** Writes all files and returns their names. */
  public static List<String> run(AnalyseFiles request) throws IOException {
    FileAnalysis analysis = new FileAnalysis(request, new Questionnaire(Declarations.of(request)));
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
    weights(facts);
    List<ArmInput> arms = new Responses(request, questions, responses, people).arms();
    List<String> groups = request.extras().groups();
    Groupings groupings = groupings(humans, responses, ids);
    Optional<Path> probabilities = request.extras().probabilities();
    if (probabilities.isPresent()) {
      Path file = probabilities.get();
      facts.put("Probabilities", file.getFileName() + ", SHA-256 " + hash(file));
    }
    return new Study(
        responses.name(),
        "Responses of " + responses.name() + " against " + humans.name(),
        people,
        arms,
        settings(),
        facts,
        Study.Origin.IMPORTED,
        groups.stream().map(groupings::division).toList(),
        groupings.demographics(groups),
        probabilities.isPresent()
            ? ProbabilityFile.read(probabilities.get(), questions.variables())
            : List.of(),
        Optional.empty());
  }

  /** Says where the personas' weights come from, unless everybody counts once. */
  private void weights(Map<String, String> facts) throws IOException {
    switch (request.extras().personaWeights()) {
      case PersonaWeights.Raked(Path file, String column) ->
          facts.put(
              "Persona weights",
              "raked: %s by column %s, SHA-256 %s"
                  .formatted(file.getFileName(), column, hash(file)));
      case PersonaWeights.Plain(PersonaWeighting weighting) -> {
        if (weighting != PersonaWeighting.NONE) {
          facts.put("Persona weights", weighting.key());
        }
      }
    }
  }

  private Groupings groupings(Sheet humans, Sheet responses, List<String> ids) throws IOException {
    List<String> personas =
        IntStream.range(0, responses.lines().size()).mapToObj(Sheet::id).toList();
    return new Groupings(
        new Groupings.Side(humans, ids),
        new Groupings.Side(responses, personas),
        Declarations.groupings(request.questions()));
  }

  /** Names of the people: their own, or by the order of the file. */
  private List<String> ids(Sheet humans) {
    Optional<String> column = request.extras().pairing().map(AnalyseFiles.Pairing::id);
    if (column.isEmpty()) {
      return IntStream.range(0, humans.lines().size()).mapToObj(Sheet::id).toList();
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
    int[] places = questions.places(table);
    List<Row> rows = new ArrayList<>();
    for (Sheet.Line line : table.lines()) {
      double value = weight < 0 ? 1 : table.weight(line, weight);
      List<Integer> cells = questions.cells(table, line, places, request.extras().unknown());
      rows.add(Row.person(ids.get(rows.size()), value, cells));
    }
    return Panel.of(questions.items(), rows);
  }

  private static String hash(Path path) throws IOException {
    return Sha256.hex(Files.readAllBytes(path));
  }
}
