package dev.voxpop.standalone.command;

import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Changes limits of a running experiment. */
@Command(
    name = "set",
    description = "Change limits of a running experiment.",
    footer = "%nExample: ./voxpop set eleven-arms budget=7.50 concurrency=base:16",
    mixinStandardHelpOptions = true)
final class SetCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", index = "0", description = "an experiment")
  private String id = "";

  @Parameters(
      paramLabel = "LIMIT",
      index = "1..*",
      arity = "1..*",
      description = "budget=USD, tokens=N, calls=N or concurrency=ALIAS:N")
  private List<String> limits = List.of();

  @Override
  public Integer call() {
    Api api = new Api(Installation.ofThisProcess());
    limits.forEach(limit -> Limits.put(api, id, limit));
    return ExitCode.DONE;
  }
}
