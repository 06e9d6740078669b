package dev.voxpop.standalone.command;

import dev.voxpop.analysis.tabular.DesignFile;
import dev.voxpop.standalone.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says with which level of every factor each persona is to be asked. */
@Command(
    name = "design",
    description = "Deal the levels of factors to personas: balanced, independent, seeded.",
    footer =
        "%nExample: ./voxpop audit design --factor option-order=declared,reversed"
            + " --factor symbol=upper,digits --personas 200 --out design.csv",
    mixinStandardHelpOptions = true)
final class AuditDesignCommand implements Callable<Integer> {

  @Option(
      names = "--factor",
      paramLabel = "ID=LEVELS",
      required = true,
      description = "what varies and its levels, as symbol=upper,digits; may be repeated")
  private List<String> factors = List.of();

  @Option(names = "--personas", paramLabel = "N", description = "number of personas")
  private @Nullable Integer personas;

  @Option(names = "--table", paramLabel = "FILE", description = "table of personas; with --persona")
  private @Nullable Path table;

  @Option(
      names = "--persona",
      paramLabel = "COL",
      description = "names a persona (default: ${DEFAULT-VALUE})")
  private String persona = "persona";

  @Option(names = "--seed", paramLabel = "N", description = "seed (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "the design")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    try {
      List<String> ids = ids();
      DesignFile.write(out, DesignFile.factors(factors), ids, seed);
      System.out.println(out + ": " + ids.size() + " personas");
      return ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.INVALID, String.valueOf(e.getMessage()));
    }
  }

  private List<String> ids() throws IOException {
    if (table != null && personas == null) {
      return DesignFile.personas(table, persona);
    }
    if (personas == null || table != null || personas < 1) {
      throw new UserError(
          ExitCode.USAGE,
          "It is not clear who is asked.\nMaybe give --personas N or --table FILE.");
    }
    return DesignFile.personas(personas);
  }
}
