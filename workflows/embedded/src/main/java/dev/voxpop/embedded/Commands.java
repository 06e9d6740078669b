package dev.voxpop.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs short command-line tools and finds them on the path. */
final class Commands {
  private static final int KEPT = 4_000;
  private static final Set<String> INHERITED =
      Set.of("PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "LD_LIBRARY_PATH", "TZ");

  private Commands() {}

  /**
   * How a command ended.
   *
   * @param exit its exit code
   * @param output the end of what it printed on both streams
   */
  record Outcome(int exit, String output) {
    boolean succeeded() {
      return exit == 0;
    }
  }

  /**
   * Runs a command to its end. Output goes through a file, because a server that the command leaves
   * behind may keep a pipe open for ever.
   */
  static Outcome run(List<String> command, Path output) throws IOException {
    Process process = detached(command).redirectOutput(output.toFile()).start();
    return new Outcome(waitFor(process), tail(output));
  }

  /**
   * A command without input, and with only what servers need of this process's environment: there
   * may be secrets in it.
   */
  static ProcessBuilder detached(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().keySet().retainAll(INHERITED);
    return builder;
  }

  /** The first executable file of that name in the folders of the environment's path. */
  static Optional<Path> onPath(String name) {
    String folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(folders.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, name))
        .filter(Commands::isProgram)
        .findFirst();
  }

  static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  /** The last few thousand characters of a log, empty when it cannot be read. */
  static String tail(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
      return text.substring(Math.max(0, text.length() - KEPT));
    } catch (IOException e) {
      return "";
    }
  }

  /** Waits for a process; an interrupted wait ends the process. */
  static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
