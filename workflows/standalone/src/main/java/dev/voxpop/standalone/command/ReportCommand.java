package dev.voxpop.standalone.command;

import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import dev.voxpop.standalone.run.ReportFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says where a report is, fetching the newest from the running process when there is one. */
@Command(
    name = "report",
    description = "Name the report of an experiment.",
    footer = "%nExample: ./voxpop report eleven-arms",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "an experiment")
  private String id = "";

  @Override
  public Integer call() {
    Installation installation = Installation.ofThisProcess();
    Path known = installation.reports().resolve(id).resolve("report.html");
    Api api = new Api(installation);
    if (!Files.exists(known) || api.answers()) {
      api.get("/experiments/" + id);
      new ReportFiles(installation).fetch(id);
    }
    if (!Files.exists(known)) {
      throw new UserError(
          ExitCode.REFUSED,
          "There is no report of \"" + id + "\" yet.\nMaybe look at: ./voxpop status");
    }
    System.out.println(known);
    return ExitCode.DONE;
  }
}
