package dev.voxpop.standalone.command;

import dev.voxpop.analysis.store.ReportFolder;
import dev.voxpop.analysis.verification.Finding;
import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Computes a report again from the rows beside it. */
@Command(
    name = "verify",
    description = "Recompute every number of a report from its rows, and check every file's hash.",
    footer = {
      "%nExit code 0: everything agrees; 7: something does not, and the first difference is named.",
      "Example: ./voxpop verify report"
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID or DIR", description = "an experiment, or the folder of a report")
  private String report = "";

  @Override
  public Integer call() throws IOException {
    List<Finding> findings;
    Path folder = folder();
    try {
      findings = ReportFolder.verify(folder);
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.INVALID, String.valueOf(e.getMessage()));
    }
    if (findings.isEmpty()) {
      System.out.println(folder + ": every number follows from its rows.");
      return ExitCode.DONE;
    }
    findings.forEach(System.out::println);
    throw new UserError(
        ExitCode.DISAGREES,
        "The first difference is in %s.%nMaybe the file was edited; compute the report again."
            .formatted(findings.getFirst().file()));
  }

  /** A folder as named; else the report of that experiment. */
  private Path folder() {
    Path named = Path.of(report);
    Path known = Installation.ofThisProcess().reports().resolve(report);
    return Files.exists(named) || !Files.isDirectory(known) ? named : known;
  }
}
