package dev.voxpop.standalone.command;

import dev.voxpop.embedded.EmbeddedServerException;
import dev.voxpop.embedded.TemporalInstaller;
import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Installs optional tools into the data folder. */
@Command(
    name = "install",
    description = "Install optional tools into the data folder.",
    mixinStandardHelpOptions = true,
    subcommands = InstallCommand.Temporal.class)
final class InstallCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    System.out.println("Name what to install: ./voxpop install temporal");
    return ExitCode.USAGE;
  }

  /** The real Temporal dev server. */
  @Command(
      name = "temporal",
      description = "Build the real Temporal dev server with Go (about three minutes).",
      footer = "%nExample: ./voxpop install temporal",
      mixinStandardHelpOptions = true)
  static final class Temporal implements Callable<Integer> {

    @Override
    public Integer call() {
      try {
        TemporalInstaller.install(Installation.ofThisProcess().dataDir(), System.err::println);
        return ExitCode.DONE;
      } catch (EmbeddedServerException e) {
        throw new UserError(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()));
      }
    }
  }
}
