package dev.voxpop.interviewing;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.BatchReceipt.BatchEnd;
import dev.voxpop.contracts.run.PauseReason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The rules that turn the end of a try into what the workflow hears. */
final class Conclusion {
  private static final int BARREN_TRIES = 10;
  private static final int BARREN_DEFECTS = 3;
  private static final int LONGEST_DETAIL = 300;
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofSeconds(5);

  private final OpenBatch<?> batch;
  private final Counts counts;

  private Conclusion(OpenBatch<?> batch, Counts counts) {
    this.batch = batch;
    this.counts = counts;
  }

  static Outcome of(
      OpenBatch<?> batch,
      Counts counts,
      @Nullable Ending ending,
      BatchRun.@Nullable Trouble trouble) {
    return new Conclusion(batch, counts).outcome(ending, trouble);
  }

  private Outcome outcome(@Nullable Ending ending, BatchRun.@Nullable Trouble trouble) {
    if (counts.remaining() == 0) {
      return returned(BatchEnd.DONE, Duration.ZERO, null, "");
    }
    if (ending == null) {
      return parked(trouble);
    }
    return switch (ending.why()) {
      case TIME -> returned(BatchEnd.YIELDED, Duration.ZERO, null, "");
      case PAUSED -> returned(BatchEnd.PAUSED, Duration.ZERO, null, "");
      case STOPPED -> returned(BatchEnd.STOPPED, Duration.ZERO, null, "");
      case NEEDS_GRANT -> returned(BatchEnd.NEEDS_GRANT, Duration.ZERO, null, "");
      case HALTED -> returned(BatchEnd.HALTED, Duration.ZERO, ending.halt(), ending.detail());
      case CANCELLED -> new Outcome.Cancelled();
      case LEAVING, OVERTAKEN ->
          new Outcome.Stuck(FailureType.WORKER_STOPPING, AT_ONCE, "the batch goes on elsewhere");
      case PARKED -> parked(trouble);
      case STORE -> new Outcome.Stuck(FailureType.STORE_UNAVAILABLE, LATER, ending.detail());
      case DEFECT -> defect(ending);
    };
  }

  /** Progress is reported; without any the try is repeated, at last by a person's leave only. */
  private Outcome parked(BatchRun.@Nullable Trouble trouble) {
    Duration wait = trouble == null ? AT_ONCE : trouble.retryAfter();
    String message = trouble == null ? "" : trouble.message();
    if (counts.stored() > 0) {
      return returned(BatchEnd.YIELDED, wait, null, message);
    }
    if (batch.barren() + 1 >= BARREN_TRIES) {
      return returned(BatchEnd.HALTED, wait, PauseReason.PROVIDER_OUTAGE, message);
    }
    return new Outcome.Stuck(repeatable(trouble), wait, message);
  }

  /**
   * A parked call is sent again whatever it failed of, so its type must be one that is repeated.
   */
  private static FailureType repeatable(BatchRun.@Nullable Trouble trouble) {
    if (trouble == null) {
      return FailureType.INTERNAL_DEFECT;
    }
    return trouble.type().retry() == FailureType.Retry.YES
        ? trouble.type()
        : FailureType.MODEL_UNAVAILABLE;
  }

  private Outcome defect(Ending ending) {
    if (counts.stored() == 0 && batch.barren() + 1 >= BARREN_DEFECTS) {
      return returned(BatchEnd.HALTED, AT_ONCE, PauseReason.DEFECT, ending.detail());
    }
    return new Outcome.Stuck(FailureType.INTERNAL_DEFECT, AT_ONCE, ending.detail());
  }

  private Outcome returned(BatchEnd end, Duration wait, @Nullable PauseReason halt, String detail) {
    OpenBatch.TurnCount turn = counts.with(batch.turn());
    return new Outcome.Returned(
        new BatchReceipt(
            end,
            batch.finished() + counts.finished(),
            counts.remaining(),
            turn.answered(),
            turn.failed(),
            turn.bill().settled(),
            turn.bill().lostCalls(),
            wait.toMillis(),
            halt,
            oneLine(detail)));
  }

  private static String oneLine(String detail) {
    String line = detail.lines().findFirst().orElse("");
    return line.length() > LONGEST_DETAIL ? line.substring(0, LONGEST_DETAIL) : line;
  }
}
