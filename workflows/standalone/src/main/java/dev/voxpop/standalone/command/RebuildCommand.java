package dev.voxpop.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads an experiment's answers again and compares them with those the report is made from. */
@Command(
    name = "rebuild",
    description = "Read all answers again, compare row by row, and swap on request.",
    footer = "%nExample: ./voxpop rebuild eleven-arms --from rows",
    mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "an experiment")
  private String id = "";

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      description = "events (Kafka, from offset 0) or rows (the survey stage's)",
      defaultValue = "events")
  private String from = "events";

  @Option(names = "--swap", description = "put the rebuilt answers in the place of those kept")
  private boolean swap;

  @Override
  public Integer call() {
    if (!Set.of("events", "rows").contains(from)) {
      throw new UserError(
          ExitCode.USAGE,
          "--from=" + from + " is no source.\nMaybe use --from events or --from rows.");
    }
    JsonNode outcome =
        new Api(Installation.ofThisProcess())
            .post(
                "/analysis/experiments/%s/rebuild?from=%s&swap=%s"
                    .formatted(id, from, swap ? "yes" : "no"));
    System.out.printf(
        Locale.ROOT,
        "%s: %,d answers kept, %,d rebuilt from %s, %s%n",
        id,
        outcome.path("kept").asLong(),
        outcome.path("rebuilt").asLong(),
        from,
        outcome.path("equal").asBoolean()
            ? "equal row by row"
            : "first difference: " + outcome.path("difference").asText());
    return outcome.path("equal").asBoolean() ? ExitCode.DONE : ExitCode.DISAGREES;
  }
}
