package dev.voxpop.standalone.command;

import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends an experiment early with what is there. */
@Command(
    name = "stop",
    description = "End an experiment early: calls in flight finish, the report is written.",
    footer = "%nExample: ./voxpop stop eleven-arms",
    mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "an experiment")
  private String id = "";

  @Override
  public Integer call() {
    Steer.send(new Api(Installation.ofThisProcess()), id, "stop", "");
    return ExitCode.DONE;
  }
}
