package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.run.PauseReason;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;

/** What a stage's final refusal means for the run. */
record Refusal(PauseReason reason, String detail) {

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
      String detail = cause.getType() + ": " + cause.getOriginalMessage();
      return new Refusal(reason(cause.getType()), detail);
    }
    return new Refusal(PauseReason.DEFECT, failure.getActivityType() + " failed");
  }

  private static PauseReason reason(String type) {
    for (FailureType known : FailureType.values()) {
      if (known.wireName().equals(type)) {
        return reason(known);
      }
    }
    return PauseReason.DEFECT;
  }

  private static PauseReason reason(FailureType type) {
    return switch (type) {
      case PROMPT_DRIFT -> PauseReason.PROMPT_DRIFT;
      case MODEL_AUTH_FAILED -> PauseReason.PROVIDER_AUTH;
      case MODEL_REJECTED -> PauseReason.PROVIDER_REJECTS;
      case BUDGET_EXHAUSTED -> PauseReason.BUDGET;
      default -> PauseReason.DEFECT;
    };
  }
}
