package dev.voxpop.standalone.command;

import dev.voxpop.analysis.tabular.AnalyseFiles.Questions;
import dev.voxpop.analysis.tabular.AuditAnalysis;
import dev.voxpop.analysis.tabular.AuditFiles;
import dev.voxpop.standalone.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how much of the answers each varied factor explains. */
@Command(
    name = "report",
    description = "Share of the answers' variance that each factor explains, with a flag.",
    footer =
        "%nExample: ./voxpop audit report --responses R.csv --design design.csv --items A1:6,A2:6"
            + " --out audit",
    mixinStandardHelpOptions = true)
final class AuditReportCommand implements Callable<Integer> {

  @Option(
      names = "--responses",
      paramLabel = "FILE",
      required = true,
      description = "one row an interview")
  private Path responses = Path.of("");

  @Option(names = "--design", paramLabel = "FILE", description = "as audit design writes it")
  private @Nullable Path design;

  @Option(
      names = "--persona",
      paramLabel = "COL",
      description = "names the persona of a response, for --design (default: persona)")
  private @Nullable String persona;

  @Option(
      names = "--factor",
      paramLabel = "COLS",
      split = ",",
      description = "columns of levels, where the responses have them")
  private List<String> factors = List.of();

  @Mixin private final QuestionOptions questions = new QuestionOptions();

  @Option(names = "--seed", paramLabel = "N", description = "seed (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "report's folder")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    Questions declared = questions.chosen();
    try {
      AuditAnalysis.run(new AuditFiles(responses, out, declared, levels(), seed))
          .forEach(System.out::println);
      return ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.INVALID, String.valueOf(e.getMessage()));
    }
  }

  private AuditFiles.Levels levels() {
    if ((design == null) == factors.isEmpty()) {
      throw new UserError(
          ExitCode.USAGE,
          "Levels must come from one place.\nMaybe give --design FILE, or --factor COLS.");
    }
    return design == null
        ? new AuditFiles.Levels.Columns(factors)
        : new AuditFiles.Levels.Design(design, Optional.ofNullable(persona));
  }
}
