package dev.voxpop.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.contracts.workflow.RunProgress;
import dev.voxpop.hosting.Payloads;
import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import dev.voxpop.standalone.progress.Display;
import dev.voxpop.standalone.progress.Snapshot;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Follows an experiment of the running process to its end. */
@Command(
    name = "watch",
    description = "Follow an experiment of the running process to its end.",
    footer = "%nExample: ./voxpop watch eleven-arms",
    mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {

  private static final long LOOK_EVERY_MILLIS = 1000;

  @Parameters(paramLabel = "ID", description = "an experiment")
  private String id = "";

  @Override
  public Integer call() throws InterruptedException, JsonProcessingException {
    Api api = new Api(Installation.ofThisProcess());
    Display display = Display.on(System.err);
    try (display) {
      while (true) {
        JsonNode experiment = api.get("/experiments/" + id);
        display.show(snapshot(api, experiment.path("plan").path("cells").asLong()));
        switch (experiment.path("state").asText()) {
          case "completed" -> {
            return ended(experiment, ExitCode.DONE);
          }
          case "partial", "cancelled" -> {
            return ended(experiment, ExitCode.PARTIAL);
          }
          case "failed" -> {
            return ended(experiment, ExitCode.FAILED);
          }
          default -> Thread.sleep(LOOK_EVERY_MILLIS);
        }
      }
    }
  }

  private Snapshot snapshot(Api api, long cells) throws JsonProcessingException {
    JsonNode progress = api.get("/experiments/" + id + "/progress");
    return Snapshot.of(Payloads.mapper().treeToValue(progress, RunProgress.class), cells);
  }

  private int ended(JsonNode experiment, int code) {
    System.out.println(id + ": " + experiment.path("state").asText());
    return code;
  }
}
