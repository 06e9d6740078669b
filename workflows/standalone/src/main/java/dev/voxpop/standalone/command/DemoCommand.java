package dev.voxpop.standalone.command;

import dev.voxpop.standalone.Backend;
import dev.voxpop.standalone.Installation;
import dev.voxpop.standalone.Session;
import dev.voxpop.standalone.demo.DemoStudy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole study on the simulator: no key, no download, no network. */
@Command(
    name = "demo",
    description = "Run the shipped eleven-arm study on the simulator and print its table.",
    footer = "%nExample: ./voxpop demo",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Option(names = "--people", description = "people drawn (default: ${DEFAULT-VALUE})")
  private int people = 1000;

  @Override
  public Integer call() {
    Installation installation = Installation.ofThisProcess();
    Backend backend = Backend.start(installation);
    backend.summary().forEach(System.err::println);
    return Session.with(backend, () -> new DemoStudy(installation, backend, people).execute());
  }
}
