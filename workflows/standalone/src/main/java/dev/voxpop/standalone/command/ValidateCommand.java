package dev.voxpop.standalone.command;

import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.check.OfflineCheck;
import dev.voxpop.worker.document.ProblemList;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a document without any server. */
@Command(
    name = "validate",
    description = "Check an experiment document; no server is needed.",
    footer = "%nExample: ./voxpop validate examples/smallest.json",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "the experiment document")
  private Path file = Path.of("experiment.json");

  @Override
  public Integer call() {
    int code = check(Documents.read(file), file.toString());
    if (code == ExitCode.DONE) {
      System.out.println(file + " is valid.");
    }
    return code;
  }

  static int check(byte[] document, String name) {
    List<Problem> problems = OfflineCheck.problems(document);
    if (problems.isEmpty()) {
      return ExitCode.DONE;
    }
    System.out.println(name + ": " + ProblemList.text(problems));
    return ExitCode.INVALID;
  }
}
