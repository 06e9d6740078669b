package dev.voxpop.embedded;

import java.nio.file.Path;
import java.util.Optional;

/** Where the {@code temporal} command-line tool can be. */
final class TemporalBinary {
  static final String NAME = "temporal";

  private TemporalBinary() {}

  /** The one in the data folder, else the first on the path. */
  static Optional<Path> find(Path dataDir) {
    return Optional.of(installed(dataDir))
        .filter(Commands::isProgram)
        .or(() -> Commands.onPath(NAME));
  }

  /** One that is there, else a downloaded one, else none. */
  static Optional<Path> findOrDownload(Path dataDir) {
    return find(dataDir).or(() -> download(dataDir));
  }

  private static Optional<Path> download(Path dataDir) {
    try {
      return Optional.of(TemporalInstaller.download(dataDir));
    } catch (EmbeddedServerException e) {
      System.getLogger(TemporalBinary.class.getName())
          .log(System.Logger.Level.INFO, e.getMessage());
      return Optional.empty();
    }
  }

  /** Where an installation puts it. */
  static Path installed(Path dataDir) {
    return dataDir.resolve("bin").resolve(NAME);
  }

  /** The named one, which must be a program. */
  static Path required(Path path) {
    if (!Commands.isProgram(path)) {
      throw new EmbeddedServerException(
          "The Temporal binary %s is not an executable file.".formatted(path),
          "leave the path out: the tool is then looked for in the data folder's bin/ and on the path.");
    }
    return path.toAbsolutePath();
  }
}
