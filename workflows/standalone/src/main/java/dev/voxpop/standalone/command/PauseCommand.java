package dev.voxpop.standalone.command;

import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an experiment stand still. */
@Command(
    name = "pause",
    description = "Pause an experiment: calls in flight finish, no new one begins.",
    footer = "%nExample: ./voxpop pause eleven-arms",
    mixinStandardHelpOptions = true)
final class PauseCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "an experiment")
  private String id = "";

  @Option(names = "--reason", description = "a word for the log, at most 200 characters")
  private String reason = "";

  @Override
  public Integer call() {
    Steer.send(new Api(Installation.ofThisProcess()), id, "pause", reason);
    return ExitCode.DONE;
  }
}
