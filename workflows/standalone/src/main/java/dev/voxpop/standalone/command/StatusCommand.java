package dev.voxpop.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the experiments of the running process. */
@Command(
    name = "status",
    description = "Show experiments, or one of them, of the running process.",
    footer = "%nExample: ./voxpop status eleven-arms",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", arity = "0..1", description = "an experiment")
  private String id = "";

  @Override
  public Integer call() {
    Api api = new Api(Installation.ofThisProcess());
    JsonNode answer = api.get(id.isEmpty() ? "/experiments" : "/experiments/" + id);
    if (id.isEmpty()) {
      answer.forEach(StatusCommand::print);
    } else {
      print(answer);
      api.get("/experiments/" + id + "/progress").path("parts").forEach(StatusCommand::part);
    }
    return ExitCode.DONE;
  }

  private static void print(JsonNode experiment) {
    System.out.printf(
        Locale.ROOT,
        "%-24s %-10s %-12s %s%n",
        experiment.path("id").asText(),
        experiment.path("state").asText(),
        experiment.path("phase").asText(),
        experiment.path("detail").asText());
  }

  private static void part(JsonNode part) {
    System.out.printf(
        Locale.ROOT,
        "  %-48s %,9d/%,-9d without value %,d%n",
        part.path("path").asText(),
        part.path("done").asLong(),
        part.path("planned").asLong(),
        part.path("failed").asLong());
  }
}
