package dev.voxpop.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL wrote about itself into {@code postmaster.pid} of its data folder.
 *
 * @param pid the process id of the server
 * @param port the port it listens on
 */
record PostmasterFile(long pid, int port) {
  static final String NAME = "postmaster.pid";
  private static final Path PROGRAM = Path.of("postgres");
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  /** The file's content; empty when there is none or it was cut short by a crash. */
  static Optional<PostmasterFile> in(Path data) {
    try {
      return parse(Files.readAllLines(data.resolve(NAME)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "%s cannot be read: %s.".formatted(data.resolve(NAME), e),
          "the data folder belongs to another user.",
          e);
    }
  }

  static Optional<PostmasterFile> parse(List<String> lines) {
    if (lines.size() <= PORT_LINE) {
      return Optional.empty();
    }
    String pid = lines.get(PID_LINE).strip();
    String port = lines.get(PORT_LINE).strip();
    if (!pid.matches("[1-9][0-9]{0,9}") || !port.matches("[1-9][0-9]{0,4}")) {
      return Optional.empty();
    }
    return Optional.of(new PostmasterFile(Long.parseLong(pid), Integer.parseInt(port)));
  }

  /**
   * Whether that process lives and is a PostgreSQL server, not a later process that got the same
   * number.
   */
  boolean lives() {
    return Processes.running(pid).map(PostmasterFile::isPostgres).orElse(false);
  }

  /**
   * Whether a process has that number, but none that could be this server: another program, or a
   * defunct one.
   */
  boolean isMisleading() {
    return ProcessHandle.of(pid).isPresent() && !lives();
  }

  /**
   * A program that cannot be looked at counts as one, because two servers on one folder would
   * destroy it.
   */
  private static boolean isPostgres(ProcessHandle process) {
    return Processes.runs(process, PROGRAM).orElse(true);
  }
}
