package dev.voxpop.standalone.command;

import static dev.voxpop.analysis.tabular.AnalyseFiles.UnknownCodes.FAIL;
import static dev.voxpop.analysis.tabular.AnalyseFiles.UnknownCodes.MISSING;

import dev.voxpop.analysis.comparison.PersonaWeighting;
import dev.voxpop.analysis.comparison.Settings;
import dev.voxpop.analysis.tabular.AnalyseFiles;
import dev.voxpop.analysis.tabular.FileAnalysis;
import dev.voxpop.analysis.tabular.PersonaWeights;
import dev.voxpop.analysis.uncertainty.Adjustment;
import dev.voxpop.analysis.uncertainty.IntervalKind;
import dev.voxpop.standalone.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--questionnaire",
      paramLabel = "FILE",
      description = "wave file that declares the questions")
  private @Nullable Path questionnaire;

  @Option(
      names = "--items",
      paramLabel = "LIST",
      description = "ordinal questions with codes 1 … K, as A1:6,A2:6")
  private @Nullable String items;

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

  @Option(
      names = "--persona-weights",
      paramLabel = "WORD",
      description = "none, human (the matched person's) or per-story (default: none)")
  private String personaWeights = "none";

  @Option(
      names = "--raked",
      paramLabel = "FILE",
      description = "weights of personas as ./voxpop rake writes them; with --persona")
  private @Nullable Path raked;

  @Option(names = "--persona", paramLabel = "COL", description = "names the persona of a response")
  private @Nullable String persona;

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

  @Option(
      names = "--intervals",
      paramLabel = "WORD",
      description = "percentile or bca (default: percentile)")
  private String intervals = "percentile";

  @Option(
      names = "--adjust",
      paramLabel = "WORD",
      description = "p-values over groups: holm or benjamini-hochberg (default: holm)")
  private String adjust = "holm";

  @Option(
      names = "--size-matched",
      description = "also hold as many personas as half of the people against that half")
  private boolean sizeMatched;

  @Option(names = "--weighted-alpha", description = "also Cronbach's alpha with weights")
  private boolean weightedAlpha;

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
        QuestionOptions.of(questionnaire, items),
        new AnalyseFiles.Columns(
            Optional.ofNullable(weights), Optional.ofNullable(arm), Optional.ofNullable(cluster)),
        reverse,
        new AnalyseFiles.Effort(splits, bootstrap, seed),
        new AnalyseFiles.Extras(
            pairing(),
            groups,
            factors,
            choice("--unknown-codes", unknown, Map.of("fail", FAIL, "missing", MISSING)),
            options(),
            personaWeights(),
            Optional.ofNullable(probabilities)));
  }

  private PersonaWeights personaWeights() {
    PersonaWeighting word =
        choice(
            "--persona-weights",
            personaWeights,
            Map.of(
                "none", PersonaWeighting.NONE,
                "human", PersonaWeighting.ROW,
                "per-story", PersonaWeighting.PER_STORY));
    if (raked == null) {
      return new PersonaWeights.Plain(word);
    }
    if (word != PersonaWeighting.NONE) {
      throw new UserError(
          ExitCode.USAGE,
          "Personas are weighted twice.\nMaybe leave out --raked or --persona-weights.");
    }
    if (persona == null) {
      throw new UserError(
          ExitCode.USAGE, "Nothing says which persona a response is of.\nMaybe add --persona COL.");
    }
    return new PersonaWeights.Raked(raked, persona);
  }

  private Settings.Options options() {
    return new Settings.Options(
        sizeMatched ? Settings.BoundSize.SIZE_MATCHED : Settings.BoundSize.HALVES,
        choice(
            "--intervals",
            intervals,
            Map.of("percentile", IntervalKind.PERCENTILE, "bca", IntervalKind.BIAS_CORRECTED)),
        choice(
            "--adjust",
            adjust,
            Map.of(
                Adjustment.HOLM.key(), Adjustment.HOLM,
                Adjustment.BENJAMINI_HOCHBERG.key(), Adjustment.BENJAMINI_HOCHBERG)),
        weightedAlpha ? Settings.AlphaVariants.WITH_WEIGHTED : Settings.AlphaVariants.UNWEIGHTED);
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

  private static <T> T choice(String option, String word, Map<String, T> choices) {
    T chosen = choices.get(word);
    if (chosen == null) {
      throw new UserError(
          ExitCode.USAGE,
          "%s cannot be \"%s\".%nMaybe use one of %s."
              .formatted(option, word, new TreeSet<>(choices.keySet())));
    }
    return chosen;
  }
}
