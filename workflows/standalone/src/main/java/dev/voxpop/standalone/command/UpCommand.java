package dev.voxpop.standalone.command;

import dev.voxpop.standalone.Backend;
import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import dev.voxpop.standalone.Session;
import dev.voxpop.standalone.demo.SamplePeople;
import dev.voxpop.standalone.run.SampleRun;
import dev.voxpop.standalone.run.Unfinished;
import dev.voxpop.worker.rest.Starter;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Quarkus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Everything in one process, with API and console, until it is told to end. */
@Command(
    name = "up",
    description = "Start everything in one process, with API and console; Ctrl-C ends it.",
    footer = "%nExample: ./voxpop up",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    Installation installation = Installation.ofThisProcess();
    Backend backend = Backend.start(installation);
    backend.summary().forEach(System.out::println);
    return Session.with(
        backend,
        () -> {
          SamplePeople.ensure(installation);
          int resumed = Unfinished.goOn(backend);
          System.out.println("Console    " + installation.baseUrl() + "/console");
          backend.temporalPages().ifPresent(pages -> offerForm(installation, pages));
          if (resumed > 0) {
            System.out.println("Going on with " + resumed + " unfinished experiments.");
          }
          Quarkus.waitForExit();
          return ExitCode.DONE;
        });
  }

  private static void offerForm(Installation installation, String pages) {
    Starter starter = Arc.container().instance(Starter.class).get();
    new SampleRun(installation.dataDir(), starter::plan).ensureSoon();
    System.out.println("Start form " + SampleRun.form(pages));
  }
}
