package dev.voxpop.standalone.command;

import dev.voxpop.standalone.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a document to begin with. */
@Command(
    name = "init",
    description = "Write a starter document.",
    footer = "%nExample: ./voxpop init experiment.json",
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "where to (default: ${DEFAULT-VALUE})")
  private Path file = Path.of("experiment.json");

  @Override
  public Integer call() throws IOException {
    try (InputStream starter =
        Objects.requireNonNull(getClass().getResourceAsStream("/starter/experiment.json"))) {
      Files.copy(starter, file);
    } catch (FileAlreadyExistsException e) {
      throw new UserError(
          ExitCode.REFUSED, file + " exists already.\nMaybe name another file: ./voxpop init FILE");
    }
    System.out.println("Wrote " + file + ". Next: ./voxpop run " + file);
    return ExitCode.DONE;
  }
}
