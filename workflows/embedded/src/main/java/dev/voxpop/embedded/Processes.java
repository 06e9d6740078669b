package dev.voxpop.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Operating-system processes that may not be children of this one. A process that has ended but
 * whose parent never asks how (in containers without an init process) still has its number; it
 * counts as ended here.
 */
final class Processes {
  private static final Duration FORCED_WAIT = Duration.ofSeconds(5);

  private static final String DELETED = " (deleted)";

  private Processes() {}

  /** The process of that number, if it runs. */
  static Optional<ProcessHandle> running(long pid) {
    return ProcessHandle.of(pid).filter(Processes::runs);
  }

  static boolean runs(ProcessHandle process) {
    return process.isAlive() && !isDefunct(process.pid());
  }

  /**
   * Whether a process runs a file of that name, or that very file; empty where the system does not
   * tell.
   */
  static Optional<Boolean> runs(ProcessHandle process, Path program) {
    return process.info().command().map(command -> Path.of(present(command)).endsWith(program));
  }

  /** A running program whose file was removed or replaced is named with a remark. */
  private static String present(String command) {
    return command.endsWith(DELETED)
        ? command.substring(0, command.length() - DELETED.length())
        : command;
  }

  /** Asks a process to end, and ends it by force when it has not done so in time. */
  static void stop(ProcessHandle process, Duration patience) {
    process.destroy();
    if (!Deadline.in(patience).await(() -> !runs(process))) {
      process.destroyForcibly();
      var _ = Deadline.in(FORCED_WAIT).await(() -> !runs(process));
    }
  }

  /**
   * On Linux the state follows the program's name, which stands in brackets and may contain
   * brackets.
   */
  private static boolean isDefunct(long pid) {
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    try {
      String text = Files.readString(stat);
      return text.startsWith(") Z", text.lastIndexOf(')'));
    } catch (IOException e) {
      return false;
    }
  }
}
