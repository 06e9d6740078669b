package dev.voxpop.interviewing;

import dev.voxpop.contracts.run.PauseReason;
import org.jspecify.annotations.Nullable;

/**
 * What became of an entry once it was committed.
 *
 * @param stored the result that holds for the step: this entry's own object, or the one that was
 *     there first; null when the entry had none
 * @param halt why the whole run should pause; null when it should not
 * @param detail what an operator should know of a halt; "" otherwise
 */
public record Receipt<R extends StepResult>(
    @Nullable R stored, Standing standing, @Nullable PauseReason halt, String detail) {

  /** Whether the series goes on. */
  public enum Standing {
    /** It goes on. */
    CURRENT,
    /** A later try of the batch has taken over. */
    OVERTAKEN,
    /** A person is needed, for instance because the step holds the result of another prompt. */
    HALTED
  }

  /** The series goes on. */
  public static <R extends StepResult> Receipt<R> current(@Nullable R stored) {
    return new Receipt<>(stored, Standing.CURRENT, null, "");
  }

  /** A later try has taken over. */
  public static <R extends StepResult> Receipt<R> overtaken(@Nullable R stored) {
    return new Receipt<>(stored, Standing.OVERTAKEN, null, "");
  }

  /** A person is needed. */
  public static <R extends StepResult> Receipt<R> halted(
      @Nullable R stored, PauseReason reason, String detail) {
    return new Receipt<>(stored, Standing.HALTED, reason, detail);
  }
}
