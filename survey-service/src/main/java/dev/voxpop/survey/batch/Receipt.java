package dev.voxpop.survey.batch;

import org.jspecify.annotations.Nullable;

/**
 * What became of an entry once it was committed.
 *
 * @param stored the result that holds for the step: this entry's, or the one that was there first;
 *     null when the entry had none
 * @param detail what an operator should know of a drift; "" otherwise
 */
public record Receipt<R extends StepResult>(@Nullable R stored, Standing standing, String detail) {
  /** Whether the series goes on. */
  public enum Standing {
    /** It goes on. */
    CURRENT,
    /** A later try of the batch has taken over. */
    OVERTAKEN,
    /** The step holds the result of another prompt. */
    DRIFTED
  }
}
