package dev.voxpop.analysis.tabular;

import dev.voxpop.analysis.audit.Factor;
import dev.voxpop.analysis.audit.FactorShare;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.panel.Index;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.Row;
import dev.voxpop.analysis.report.AuditReport;
import dev.voxpop.analysis.report.FileBytes;
import dev.voxpop.contracts.identity.Seed;
import dev.voxpop.contracts.identity.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How much responses in a file depend on the way in which each was asked for, without people. */
public final class AuditAnalysis {

  private final AuditFiles request;
  private final Sheet responses;
  private final Panel panel;

  private AuditAnalysis(AuditFiles request, Sheet responses, Panel panel) {
    this.request = request;
    this.responses = responses;
    this.panel = panel;
  }

  /** Writes all files and returns their names. */
  public static List<String> run(AuditFiles request) throws IOException {
    Questionnaire questions = new Questionnaire(Declarations.of(request.questions()));
    Sheet responses = Sheet.read(request.responses());
    int[] places = questions.places(responses);
    List<Row> rows = new ArrayList<>();
    for (Sheet.Line line : responses.lines()) {
      List<Integer> cells =
          questions.cells(responses, line, places, AnalyseFiles.UnknownCodes.FAIL);
      rows.add(Row.person(Sheet.id(rows.size()), 1, cells));
    }
    return new AuditAnalysis(request, responses, Panel.of(questions.items(), rows)).write();
  }

  private List<String> write() throws IOException {
    Map<String, List<String>> levels = levels();
    List<Factor> factors = new ArrayList<>();
    levels.forEach(
        (id, own) -> factors.add(new Factor(id, own.stream().distinct().sorted().toList())));
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("Responses", responses.name() + ", SHA-256 " + hash(request.responses()));
    facts.put("Seed", Long.toString(request.seed()));
    if (request.levels() instanceof AuditFiles.Levels.Design design) {
      facts.put("Design", design.file().getFileName() + ", SHA-256 " + hash(design.file()));
    }
    Map<String, FileBytes> files =
        new AuditReport(panel.items(), factors, shares(levels), facts).files().contents();
    Files.createDirectories(request.out());
    for (Map.Entry<String, FileBytes> file : files.entrySet()) {
      Files.write(request.out().resolve(file.getKey()), file.getValue().copy());
    }
    return List.copyOf(files.keySet());
  }

  /** Levels of every row by factor, in the order of the columns. */
  private Map<String, List<String>> levels() throws IOException {
    return switch (request.levels()) {
      case AuditFiles.Levels.Columns columns -> levels(columns.columns());
      case AuditFiles.Levels.Design design -> levels(design);
    };
  }

  private Map<String, List<String>> levels(List<String> columns) {
    Map<String, List<String>> levels = new LinkedHashMap<>();
    for (String column : columns) {
      int place = responses.column(column);
      levels.put(
          column, responses.lines().stream().map(line -> responses.named(line, place)).toList());
    }
    return levels;
  }

  private Map<String, List<String>> levels(AuditFiles.Levels.Design wanted) throws IOException {
    Sheet design = Sheet.read(wanted.file());
    int id = design.column(DesignFile.PERSONA);
    Map<String, Sheet.Line> lines = new HashMap<>();
    for (Sheet.Line line : design.lines()) {
      if (lines.put(design.named(line, id), line) != null) {
        throw new IllegalArgumentException(
            "%s: persona '%s' is there twice.%nMaybe two designs were put together."
                .formatted(design.at(line), line.cells().get(id)));
      }
    }
    int persona = responses.column(wanted.persona().orElse(DesignFile.PERSONA));
    Map<String, List<String>> levels = new LinkedHashMap<>();
    for (int column = 0; column < design.columns().size(); column++) {
      if (column != id) {
        int place = column;
        levels.put(
            design.columns().get(column),
            responses.lines().stream()
                .map(line -> design.named(asked(line, persona, lines), place))
                .toList());
      }
    }
    return levels;
  }

  private Sheet.Line asked(Sheet.Line line, int persona, Map<String, Sheet.Line> design) {
    Sheet.Line asked = design.get(line.cells().get(persona).strip());
    if (asked == null) {
      throw new IllegalArgumentException(
          "%s: the design has no persona '%s'.%nMaybe it was made for other personas."
              .formatted(responses.at(line), line.cells().get(persona)));
    }
    return asked;
  }

  private List<List<FactorShare>> shares(Map<String, List<String>> levels) {
    List<List<FactorShare>> all = new ArrayList<>();
    Seed seed = new Seed(request.seed());
    for (int q = 0; q < panel.questions(); q++) {
      int question = q;
      int[] valid =
          IntStream.range(0, panel.size()).filter(row -> panel.valid(row, question)).toArray();
      int[] options = IntStream.of(valid).map(row -> panel.cell(row, question)).toArray();
      List<FactorShare> shares = new ArrayList<>();
      levels.forEach(
          (factor, texts) -> {
            Index numbers = Index.of(new ArrayList<>(texts));
            String path = "audit/%s/%s".formatted(factor, panel.item(question).id());
            shares.add(
                FactorShare.of(
                    factor,
                    IntStream.of(valid).map(numbers::of).toArray(),
                    options,
                    new Draws(seed.derive(path), 19)));
          });
      all.add(shares);
    }
    return all;
  }

  private static String hash(Path path) throws IOException {
    return Sha256.hex(Files.readAllBytes(path));
  }
}
