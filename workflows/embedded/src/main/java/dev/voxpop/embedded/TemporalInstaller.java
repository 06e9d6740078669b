package dev.voxpop.embedded;

import io.temporal.testing.TemporalDevServerOptions;
import io.temporal.testing.internal.devserver.TemporalDevServerDownloader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts Temporal's command-line tool, which contains the dev server and its web UI, into a data
 * folder's {@code bin}, where the next start finds it: downloaded as a released binary, or built
 * from the released source with Go.
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
   * Builds the tool from source; some minutes on two cores.
   *
   * @param dataDir the data folder
   * @param progress receives each line the build prints
   * @return the binary
   * @throws EmbeddedServerException when Go is missing or too old, or the build fails
   */
  public static Path install(Path dataDir, Consumer<String> progress) {
    Path go =
        Commands.onPath("go")
            .or(() -> Optional.of(USUAL_GO).filter(Commands::isProgram))
            .orElseThrow(() -> new EmbeddedServerException("Go was not found.", GET_GO));
    return build(go, dataDir, progress);
  }

  /**
   * Downloads the released binary that belongs to the Temporal SDK in use.
   *
   * @param dataDir the data folder
   * @return the binary
   * @throws EmbeddedServerException when the network does not allow it
   */
  public static Path download(Path dataDir) {
    Path target = TemporalBinary.installed(dataDir.toAbsolutePath().normalize());
    Path bin = Folders.make(dataDir.toAbsolutePath().normalize().resolve("bin"));
    Path downloads = bin.resolve("download");
    try {
      Path found =
          TemporalDevServerDownloader.prepare(
              TemporalDevServerOptions.newBuilder()
                  .setDownloadDestination(downloads.toString())
                  .setDownloadEnabled(true)
                  .build());
      Files.move(found, target, StandardCopyOption.ATOMIC_MOVE);
      Folders.delete(downloads);
      return target;
    } catch (IOException | IllegalStateException e) {
      throw new EmbeddedServerException(
          "Temporal's binary could not be downloaded: %s.".formatted(reason(e)),
          "the network does not allow it; put a temporal binary on the path, or build one with Go.",
          e);
    }
  }

  static Path build(Path go, Path dataDir, Consumer<String> progress) {
    String version = run(new ProcessBuilder(go.toString(), "version"), line -> {});
    requireNewEnough(version);
    progress.accept("Building %s with %s; this takes some minutes.".formatted(SOURCE, version));
    Path bin = Folders.make(dataDir.toAbsolutePath().normalize().resolve("bin"));
    ProcessBuilder build = new ProcessBuilder(go.toString(), "install", SOURCE);
    build.environment().put("GOBIN", bin.toString());
    String last = run(build, progress);
    Path binary = bin.resolve(TemporalBinary.NAME);
    if (!Commands.isProgram(binary)) {
      throw new EmbeddedServerException(
          "The build of %s left no binary in %s: %s".formatted(SOURCE, bin, last),
          "the Go module proxy cannot be reached from here; put a temporal binary on the path instead.");
    }
    return binary;
  }

  static void requireNewEnough(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.find() || !isEnough(matcher.group(1), matcher.group(2))) {
      throw new EmbeddedServerException(
          "'%s' cannot build Temporal; Go %d.%d or newer is needed."
              .formatted(version, GO_MAJOR, GO_MINOR),
          GET_GO);
    }
  }

  private static boolean isEnough(String majorText, String minorText) {
    int major = Integer.parseInt(majorText);
    return major > GO_MAJOR || (major == GO_MAJOR && Integer.parseInt(minorText) >= GO_MINOR);
  }

  private static String reason(Exception e) {
    return Optional.ofNullable(e.getCause()).map(Throwable::toString).orElse(e.toString());
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
          "child processes are forbidden here; put a temporal binary into the data folder's bin/.",
          e);
    }
  }
}
