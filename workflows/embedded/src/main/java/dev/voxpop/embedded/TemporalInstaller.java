package dev.voxpop.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds Temporal's command-line tool, which contains the dev server and its web UI, from its
 * released source.
 */
public final class TemporalInstaller {
  private static final String SOURCE = "github.com/temporalio/cli/cmd/temporal@v1.5.1";
  private static final int GO_MAJOR = 1;
  private static final int GO_MINOR = 25;
  private static final Pattern VERSION = Pattern.compile("go(\\d+)\\.(\\d+)");
  private static final Path USUAL_GO = Path.of("/usr/local/go/bin/go");
  private static final String GET_GO =
      "install Go %d.%d or newer from https://go.dev/dl/, or put a temporal binary on the path."
          .formatted(GO_MAJOR, GO_MINOR);

  private TemporalInstaller() {}

  /**
   * Builds the tool into the data folder's {@code bin}, where the next start finds it; minutes on
   * two cores.
   *
   * @param dataDir the data folder
   * @param progress receives each line the build prints
   * @return the binary
   * @throws EmbeddedServerException when Go is missing or too old, or the build fails
   */
  public static Path install(Path dataDir, Consumer<String> progress) {
    Path go = go().orElseThrow(() -> new EmbeddedServerException("Go was not found.", GET_GO));
    String version = version(go);
    requireNewEnough(version);
    progress.accept("Building %s with %s; this takes some minutes.".formatted(SOURCE, version));
    Path bin = Folders.make(dataDir.toAbsolutePath().normalize().resolve("bin"));
    ProcessBuilder build = new ProcessBuilder(go.toString(), "install", SOURCE);
    build.environment().put("GOBIN", bin.toString());
    String last = run(build, progress);
    Path binary = bin.resolve(TemporalBinary.NAME);
    if (!Commands.isProgram(binary)) {
      throw new EmbeddedServerException(
          "The build of %s left no binary in %s: %s.".formatted(SOURCE, bin, last),
          "the Go module proxy cannot be reached from here; put a temporal binary on the path instead.");
    }
    return binary;
  }

  static void requireNewEnough(String version) {
    Matcher matcher = VERSION.matcher(version);
    boolean enough =
        matcher.find()
            && (Integer.parseInt(matcher.group(1)) > GO_MAJOR
                || (Integer.parseInt(matcher.group(1)) == GO_MAJOR
                    && Integer.parseInt(matcher.group(2)) >= GO_MINOR));
    if (!enough) {
      throw new EmbeddedServerException(
          "'%s' is too old to build Temporal; Go %d.%d is needed."
              .formatted(version, GO_MAJOR, GO_MINOR),
          GET_GO);
    }
  }

  private static Optional<Path> go() {
    return Commands.onPath("go").or(() -> Optional.of(USUAL_GO).filter(Commands::isProgram));
  }

  private static String version(Path go) {
    return run(new ProcessBuilder(go.toString(), "version"), line -> {});
  }

  /** Runs a command, hands on each line, and returns the last one. */
  private static String run(ProcessBuilder command, Consumer<String> progress) {
    String last = "";
    try {
      Process process = command.redirectErrorStream(true).start();
      try (BufferedReader lines = process.inputReader()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          progress.accept(line);
          last = line;
        }
      }
      int exit = Commands.waitFor(process);
      return exit == 0 ? last : last + " (exit code " + exit + ")";
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "Go cannot be run: %s.".formatted(e.getMessage()),
          "child processes are forbidden here.",
          e);
    }
  }
}
