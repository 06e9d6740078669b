package dev.voxpop.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.standalone.Backend;
import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import dev.voxpop.standalone.Session;
import dev.voxpop.standalone.demo.SamplePeople;
import dev.voxpop.standalone.run.ExperimentRun;
import dev.voxpop.worker.rest.DryRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what a document would ask for and cost, without a model call. */
@Command(
    name = "plan",
    description = "Say what a document would ask for and cost; no model is called.",
    footer = "%nExample: ./voxpop plan examples/eleven-arms.json",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

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
    Api api = new Api(installation);
    return api.answers() ? asked(api, document) : planned(installation, document);
  }

  private static int asked(Api api, byte[] document) {
    JsonNode plan = api.post("/experiments/plan", "application/json", document);
    plan.path("lines").forEach(line -> System.out.println(line.asText()));
    return ExitCode.DONE;
  }

  private static int planned(Installation installation, byte[] document) {
    Backend backend = Backend.start(installation);
    return Session.with(
        backend,
        () -> {
          SamplePeople.ensure(installation);
          ExperimentRun run = new ExperimentRun(installation, System.out, System.err);
          return run.execute(DryRun.of(document));
        });
  }
}
