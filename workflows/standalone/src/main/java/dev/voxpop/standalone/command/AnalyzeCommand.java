package dev.voxpop.standalone.command;

import static dev.voxpop.analysis.tabular.AnalyseFiles.UnknownCodes.FAIL;
import static dev.voxpop.analysis.tabular.AnalyseFiles.UnknownCodes.MISSING;

import dev.voxpop.analysis.tabular.AnalyseFiles;
import dev.voxpop.analysis.tabular.FileAnalysis;
import dev.voxpop.standalone.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Analyses responses in files against people in files, without any server. */
@Command(
    name = "analyze",
    description =
        "Compare responses with people, both from tables (CSV, Parquet or SPSS); no server is needed.",
    footer =
        "%nExample: ./voxpop analyze --humans H.csv --responses R.csv --items A1:6,A2:6 --out"
            + " report",
    mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {

  @Option(
      names = "--humans",
      paramLabel = "FILE",
      required = true,
      description = "one row a person")
  private Path humans = Path.of("");

  @Option(
      names = "--responses",
      paramLabel = "FILE",
      required = true,
      description = "one row a persona")
  private Path responses = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "folder of the report and its files")
  private Path out = Path.of("");

  @Mixin private final QuestionOptions questions = new QuestionOptions();

  @Option(names = "--weights", paramLabel = "COL", description = "weights of the people")
  private @Nullable String weights;

  @Option(names = "--arm", paramLabel = "COL", description = "names the arm of a response")
  private @Nullable String arm;

  @Option(names = "--cluster", paramLabel = "COL", description = "names the story of a response")
  private @Nullable String cluster;

  @Option(
      names = "--reverse",
      paramLabel = "IDS",
      split = ",",
      description = "negatively worded questions")
  private Set<String> reverse = Set.of();

  @Option(names = "--id", paramLabel = "COL", description = "names a person; with --respondent")
  private @Nullable String id;

  @Option(
      names = "--respondent",
      paramLabel = "COL",
      description = "names the person of a response")
  private @Nullable String respondent;

  @Mixin private final PersonaWeightOptions personaWeights = new PersonaWeightOptions();

  @Option(
      names = "--probabilities",
      paramLabel = "FILE",
      description = "one row a persona, question and option: read or stated probabilities")
  private @Nullable Path probabilities;

  @Option(
      names = "--group",
      paramLabel = "COLS",
      split = ",",
      description = "columns, or groupings of the questionnaire; A*B crosses")
  private List<String> groups = List.of();

  @Option(
      names = "--factor",
      paramLabel = "COLS",
      split = ",",
      description = "columns of ways of asking")
  private List<String> factors = List.of();

  @Option(
      names = "--unknown-codes",
      paramLabel = "WORD",
      description = "fail or missing (default: fail)")
  private String unknown = "fail";

  @Mixin private final MethodOptions methods = new MethodOptions();

  @Option(
      names = "--splits",
      paramLabel = "N",
      description = "split-half rounds (default: ${DEFAULT-VALUE})")
  private int splits = 1000;

  @Option(
      names = "--bootstrap",
      paramLabel = "N",
      description = "resamples (default: ${DEFAULT-VALUE})")
  private int bootstrap = 1000;

  @Option(names = "--seed", paramLabel = "N", description = "seed (default: ${DEFAULT-VALUE})")
  private long seed;

  @Override
  public Integer call() throws IOException {
    try {
      FileAnalysis.run(request()).forEach(System.out::println);
      return ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.INVALID, String.valueOf(e.getMessage()));
    }
  }

  private AnalyseFiles request() {
    return new AnalyseFiles(
        humans,
        responses,
        out,
        questions.chosen(),
        new AnalyseFiles.Columns(
            Optional.ofNullable(weights), Optional.ofNullable(arm), Optional.ofNullable(cluster)),
        reverse,
        new AnalyseFiles.Effort(splits, bootstrap, seed),
        new AnalyseFiles.Extras(
            pairing(),
            groups,
            factors,
            Words.choice("--unknown-codes", unknown, Map.of("fail", FAIL, "missing", MISSING)),
            methods.chosen(),
            personaWeights.chosen(),
            Optional.ofNullable(probabilities)));
  }

  private Optional<AnalyseFiles.Pairing> pairing() {
    if (id == null && respondent == null) {
      return Optional.empty();
    }
    if (id == null || respondent == null) {
      throw new UserError(
          ExitCode.USAGE, "Only one of --id and --respondent is given.\nMaybe give both.");
    }
    return Optional.of(new AnalyseFiles.Pairing(id, respondent));
  }
}
