package dev.voxpop.standalone.command;

import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends an experiment early, as cancelled. */
@Command(
    name = "cancel",
    description = "Cancel an experiment: as stop, and it counts as cancelled.",
    footer = "%nExample: ./voxpop cancel eleven-arms",
    mixinStandardHelpOptions = true)
final class CancelCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "an experiment")
  private String id = "";

  @Override
  public Integer call() {
    Steer.send(new Api(Installation.ofThisProcess()), id, "cancel", "");
    return ExitCode.DONE;
  }
}
