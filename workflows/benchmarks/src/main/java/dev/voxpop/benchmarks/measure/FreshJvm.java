package dev.voxpop.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** This program started once more, in a process that has compiled nothing yet. */
public final class FreshJvm {

  private FreshJvm() {}

  /**
   * Runs this program with other arguments and returns its lines; empty when this process was not
   * started from a jar.
   */
  public static Optional<List<String>> run(List<String> flags, List<String> arguments) {
    ProcessHandle.Info info = ProcessHandle.current().info();
    String[] own = info.arguments().orElse(new String[0]);
    int jar = Arrays.asList(own).indexOf("-jar");
    if (jar < 0 || info.command().isEmpty()) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>(List.of(info.command().orElseThrow()));
    command.addAll(Arrays.asList(own).subList(0, jar));
    command.addAll(flags);
    command.addAll(List.of("-jar", own[jar + 1]));
    command.addAll(arguments);
    return Optional.of(lines(command));
  }

  private static List<String> lines(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      List<String> lines = process.inputReader().lines().toList();
      int code = process.waitFor();
      if (code != 0) {
        throw new IllegalStateException(
            "%s ended with code %d: %s.\nMaybe there is too little memory?"
                .formatted(command, code, lines));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The benchmark was interrupted.\nMaybe start it again?", e);
    }
  }
}
