package dev.voxpop.standalone.command;

import dev.voxpop.embedded.DataFolder;
import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/** Ends the process that holds the data folder, in order. */
@Command(
    name = "down",
    description = "End the process that was started with up, in order.",
    footer = "%nExample: ./voxpop down",
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

  private static final long PATIENCE_SECONDS = 120;

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    Installation installation = Installation.ofThisProcess();
    ProcessHandle holder = holder(installation.dataDir());
    holder.destroy();
    try {
      holder.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new UserError(
          ExitCode.REFUSED,
          "Process %d has not ended yet.\nMaybe look again in a minute.".formatted(holder.pid()));
    }
    System.out.println("Process " + holder.pid() + " has ended.");
    return ExitCode.DONE;
  }

  private static ProcessHandle holder(Path folder) {
    return DataFolder.holder(folder).stream()
        .mapToObj(ProcessHandle::of)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    ExitCode.UNAVAILABLE,
                    "Nothing runs on %s.\nMaybe VOXPOP_DATA_DIR names another folder."
                        .formatted(folder)));
  }
}
