package dev.voxpop.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Sends the events of an experiment's answers again, after Kafka lost them. */
@Command(
    name = "republish",
    description = "Send the events of all stored answers again, with the same ids.",
    footer = "%nExample: ./voxpop republish eleven-arms",
    mixinStandardHelpOptions = true)
final class RepublishCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "an experiment")
  private String id = "";

  @Override
  public Integer call() {
    JsonNode sent =
        new Api(Installation.ofThisProcess()).post("/survey/experiments/" + id + "/republish");
    System.out.printf(
        Locale.ROOT, "%s: %,d events are on their way again%n", id, sent.path("events").asLong());
    return ExitCode.DONE;
  }
}
