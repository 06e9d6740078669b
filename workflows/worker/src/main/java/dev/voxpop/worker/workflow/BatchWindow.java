package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.run.Roster;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A sliding window of batches over a roster: each batch is asked for, turn by turn, until nothing
 * of it remains, with at most so many batches at the same time.
 */
final class BatchWindow {

  private static final Duration SHORT_WAIT = Duration.ofSeconds(1);
  private static final int TURNS_PER_RUN = 1_000_000;

  /** One turn of one batch, as an activity. */
  @FunctionalInterface
  interface Turn {
    BatchReceipt ask(int from, int to, int turn, Allowance allowance);
  }

  /** Who hears of receipts and halts. */
  interface Listener {
    void received(BatchReceipt receipt);

    void halted(PauseReason reason, String detail);
  }

  /** How a leg over the roster ended. */
  enum End {
    DONE,
    STOPPED,
    HISTORY_LONG
  }

  private final Roster roster;
  private final WindowPurse purse;
  private final Steering steering;
  private final Listener listener;
  private final int firstTurn;
  private int next;
  private int active;
  private boolean spent;
  private @Nullable RuntimeException failure;

  BatchWindow(
      Roster roster, WindowPurse purse, Steering steering, Listener listener, Position position) {
    this.roster = roster;
    this.purse = purse;
    this.steering = steering;
    this.listener = listener;
    this.firstTurn = position.run() * TURNS_PER_RUN;
    this.next = position.nextBatch();
  }

  /** Where a leg begins. */
  record Position(int run, int nextBatch) {}

  /** The first batch that has not been started. */
  int next() {
    return next;
  }

  /** Works until everything is done, the run is stopped, the money is spent or history is long. */
  End run(Turn turn) {
    int batches = Math.ceilDiv(roster.size(), roster.batchSize());
    while (next < batches && !ended() && !historyLong()) {
      int batch = next++;
      active++;
      Async.procedure(() -> work(batch, turn));
      Workflow.await(() -> active < roster.batchWindow() || ended());
    }
    Workflow.await(() -> active == 0);
    if (failure != null) {
      throw failure;
    }
    if (ended()) {
      return End.STOPPED;
    }
    return next < batches ? End.HISTORY_LONG : End.DONE;
  }

  private boolean ended() {
    return steering.stopped() || spent || failure != null;
  }

  private static boolean historyLong() {
    return Workflow.getInfo().isContinueAsNewSuggested();
  }

  private void work(int batch, Turn turn) {
    try {
      Allowance wanted = roster.expectedPerBatch().times(2);
      for (int count = 0; ; count++) {
        steering.awaitNotPaused();
        if (ended() || done(batch, turn, firstTurn + count, wanted)) {
          return;
        }
        wanted = wanted.plus(roster.expectedPerBatch());
      }
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      active--;
    }
  }

  /** One turn; true when the batch needs no other one. */
  private boolean done(int batch, Turn turn, int count, Allowance wanted) {
    Allowance share = purse.take(wanted, roster.batchWindow());
    if (WindowPurse.exhausted(share, wanted)) {
      spent = true;
      return true;
    }
    int from = batch * roster.batchSize();
    int to = Math.min(roster.size(), from + roster.batchSize());
    try {
      BatchReceipt receipt = turn.ask(from, to, count, share);
      purse.settle(share, receipt.settled());
      listener.received(receipt);
      return conclude(receipt);
    } catch (ActivityFailure failure) {
      return halt(failure);
    }
  }

  private boolean conclude(BatchReceipt receipt) {
    return switch (receipt.end()) {
      case DONE, STOPPED -> true;
      case NEEDS_GRANT -> false;
      case YIELDED -> {
        Workflow.sleep(Duration.ofMillis(Math.max(1, receipt.retryAfterMillis())));
        yield false;
      }
      case PAUSED -> {
        Workflow.sleep(SHORT_WAIT);
        yield false;
      }
      case HALTED -> {
        PauseReason reason = receipt.halt();
        listener.halted(reason == null ? PauseReason.DEFECT : reason, receipt.detail());
        Workflow.sleep(SHORT_WAIT);
        yield false;
      }
    };
  }

  /** A failure that no retry mends stops the run until a person has looked at it. */
  private boolean halt(ActivityFailure failure) {
    if (failure.getCause() instanceof CanceledFailure cancelled) {
      throw cancelled;
    }
    PauseReason reason =
        failure.getCause() instanceof ApplicationFailure cause
                && cause.getType().equals("PromptDrift")
            ? PauseReason.PROMPT_DRIFT
            : PauseReason.DEFECT;
    listener.halted(reason, String.valueOf(failure.getCause()));
    Workflow.sleep(SHORT_WAIT);
    return false;
  }
}
