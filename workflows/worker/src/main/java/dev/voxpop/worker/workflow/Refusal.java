package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.run.PauseReason;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;

/** What a stage's final refusal means for the run. */
record Refusal(PauseReason reason, String detail) {

  private static final Map<String, PauseReason> REASONS =
      Map.of(
          FailureType.PROMPT_DRIFT.wireName(), PauseReason.PROMPT_DRIFT,
          FailureType.MODEL_AUTH_FAILED.wireName(), PauseReason.PROVIDER_AUTH,
          FailureType.MODEL_REJECTED.wireName(), PauseReason.PROVIDER_REJECTS,
          FailureType.BUDGET_EXHAUSTED.wireName(), PauseReason.BUDGET);

  /** The innermost message of a failure, one line without the stack. */
  static String lastWord(Throwable failure) {
    Throwable word = failure;
    while (word.getCause() != null) {
      word = word.getCause();
    }
    String said =
        word instanceof ApplicationFailure cause
            ? cause.getType() + ": " + cause.getOriginalMessage()
            : String.valueOf(word.getMessage());
    return said.lines().findFirst().orElse("");
  }

  /** The refusal behind an activity's failure; what is unknown is a defect. */
  static Refusal of(ActivityFailure failure) {
    if (failure.getCause() instanceof ApplicationFailure cause) {
      PauseReason known = REASONS.get(cause.getType());
      String detail = cause.getType() + ": " + cause.getOriginalMessage();
      return new Refusal(known == null ? PauseReason.DEFECT : known, detail);
    }
    return new Refusal(PauseReason.DEFECT, failure.getActivityType() + " failed");
  }
}
