package dev.voxpop.standalone.command;

import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import dev.voxpop.standalone.run.ReportFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies everything that was published of an experiment into a folder. */
@Command(
    name = "export",
    description = "Copy an experiment's report, tables, manifest and attempts into a folder.",
    footer = "%nExample: ./voxpop export eleven-arms --to results",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "an experiment")
  private String id = "";

  @Option(names = "--to", required = true, description = "the folder; made when absent")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    Installation installation = Installation.ofThisProcess();
    new Api(installation).get("/experiments/" + id);
    Path page =
        new ReportFiles(installation)
            .fetch(id, folder)
            .orElseThrow(
                () ->
                    new UserError(
                        ExitCode.REFUSED,
                        "There is no report of \"%s\" yet.\nMaybe look at: ./voxpop status"
                            .formatted(id)));
    for (String name : new ReportFiles(installation).fetchLogs(id, folder)) {
      System.err.println(name + " was left out: the survey stage does not answer.");
    }
    System.out.println(page.toAbsolutePath().getParent());
    return ExitCode.DONE;
  }
}
