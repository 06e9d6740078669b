package dev.voxpop.instrument.file;

import dev.voxpop.contracts.problem.Problem;
import java.util.Objects;

/**
 * Something wrong, or worth a second look, in a file.
 *
 * @param severity whether the file is refused for it
 * @param position where it is
 * @param pointer JSON Pointer of the place
 * @param message what is wrong, ending with a line that says what to do
 */
public record FileProblem(Severity severity, Position position, String pointer, String message) {
  private static final String ADVICE = "\nMaybe ";

  public FileProblem {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(position);
    Objects.requireNonNull(pointer);
    Objects.requireNonNull(message);
  }

  /** Weight of a problem. */
  public enum Severity {
    /** The file is refused. */
    ERROR,
    /** The file is usable. */
    WARNING
  }

  /** This problem as other places of Voxpop list theirs; the detail tells file and line. */
  public Problem problem() {
    int advice = message.lastIndexOf(ADVICE);
    return advice < 0
        ? new Problem(pointer, position + " " + message, "")
        : new Problem(
            pointer,
            position + " " + message.substring(0, advice),
            message.substring(advice + ADVICE.length()));
  }

  @Override
  public String toString() {
    return position + " " + pointer + ": " + message;
  }
}
