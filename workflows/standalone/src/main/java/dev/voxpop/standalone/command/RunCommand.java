package dev.voxpop.standalone.command;

import dev.voxpop.standalone.Backend;
import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import dev.voxpop.standalone.Session;
import dev.voxpop.standalone.demo.SamplePeople;
import dev.voxpop.standalone.run.ExperimentRun;
import dev.voxpop.standalone.run.Unfinished;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts one document and follows it to its report. */
@Command(
    name = "run",
    description = "Run one experiment document and follow it to its report.",
    footer = "%nExample: ./voxpop run examples/eleven-arms.json",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "the experiment document")
  private Path file = Path.of("experiment.json");

  @Override
  public Integer call() {
    byte[] document = Documents.read(file);
    int code = ValidateCommand.check(document, file.toString());
    if (code != ExitCode.DONE) {
      return code;
    }
    Installation installation = Installation.ofThisProcess();
    Backend backend = Backend.start(installation);
    backend.summary().forEach(System.err::println);
    return Session.with(
        backend,
        () -> {
          SamplePeople.ensure(installation);
          Unfinished.goOn(backend);
          return new ExperimentRun(installation, System.out, System.err).execute(document);
        });
  }
}
