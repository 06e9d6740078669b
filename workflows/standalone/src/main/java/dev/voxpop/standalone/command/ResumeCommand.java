package dev.voxpop.standalone.command;

import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a paused experiment go on. */
@Command(
    name = "resume",
    description = "Let a paused experiment go on.",
    footer = "%nExample: ./voxpop resume eleven-arms",
    mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "an experiment")
  private String id = "";

  @Option(names = "--reason", description = "a word for the log, at most 200 characters")
  private String reason = "";

  @Option(names = "--budget", description = "a new limit in US dollars, for instance 7.50")
  private String budget = "";

  @Override
  public Integer call() {
    Api api = new Api(Installation.ofThisProcess());
    if (!budget.isEmpty()) {
      Limits.put(api, id, "budget=" + budget);
    }
    Steer.send(api, id, "resume", reason);
    return ExitCode.DONE;
  }
}
