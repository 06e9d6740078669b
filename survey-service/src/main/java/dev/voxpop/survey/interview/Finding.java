package dev.voxpop.survey.interview;

import dev.voxpop.contracts.event.AnswerState;
import org.jspecify.annotations.Nullable;

/**
 * What was read from an answer.
 *
 * @param reason why there is no value, or how it was refused; null when there is a value
 * @param option original index of the option that was chosen; null when none was
 * @param code the option's code; only for a valid choice
 */
public record Finding(
    AnswerState state, @Nullable String reason, @Nullable Integer option, @Nullable String code) {

  /** A finding without option. */
  public static Finding without(AnswerState state, String reason) {
    return new Finding(state, reason, null, null);
  }
}
