package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.workflow.Carried;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A sliding window of batches over a roster: each batch is asked for, turn by turn, until nothing
 * of it remains, with at most so many batches at the same time.
 *
 * <p>When history has grown long, every batch ends its present turn and the window says which of
 * them are not done; the next leg goes on with those.
 */
final class BatchWindow {

  private static final int TURNS_PER_GENERATION = 10_000;

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
  private final int generation;
  private final Deque<Integer> carriedOver;
  private final TreeSet<Integer> open = new TreeSet<>();
  private int next;
  private int turns;
  private int active;
  private boolean cut;
  private @Nullable RuntimeException failure;

  BatchWindow(
      Roster roster, WindowPurse purse, Steering steering, Listener listener, Position position) {
    this.roster = roster;
    this.purse = purse;
    this.steering = steering;
    this.listener = listener;
    this.generation = position.generation();
    this.carriedOver = new ArrayDeque<>(position.open());
    this.next = position.nextBatch();
    this.turns = position.turns();
  }

  /** Where a leg begins. */
  record Position(int generation, int nextBatch, List<Integer> open, int turns) {

    Position {
      open = List.copyOf(open);
    }

    static Position of(int generation, @Nullable Carried carried) {
      return carried == null
          ? new Position(generation, 0, List.of(), 0)
          : new Position(generation, carried.nextBatch(), carried.open(), carried.turns());
    }
  }

  /** The first batch that has not been started. */
  int next() {
    return next;
  }

  /** Batches before {@link #next} that are not done. */
  List<Integer> open() {
    TreeSet<Integer> all = new TreeSet<>(open);
    all.addAll(carriedOver);
    return List.copyOf(all);
  }

  /** Turns asked for so far. */
  int turns() {
    return turns;
  }

  /** Works until everything is done, the run is stopped, the money is spent or history is long. */
  End run(Turn turn) {
    while (waiting() > 0 && goesOn()) {
      int batch = carriedOver.isEmpty() ? next++ : carriedOver.removeFirst();
      active++;
      Async.procedure(() -> work(batch, turn));
      Workflow.await(() -> active < roster.batchWindow() || !goesOn());
    }
    Workflow.await(() -> active == 0);
    if (failure != null) {
      throw failure;
    }
    if (ended()) {
      return End.STOPPED;
    }
    return waiting() > 0 || !open.isEmpty() ? End.HISTORY_LONG : End.DONE;
  }

  /** Batches that nobody is working on and that are not done, those given up here left out. */
  private int waiting() {
    return carriedOver.size() + Math.ceilDiv(roster.size(), roster.batchSize()) - next;
  }

  private boolean ended() {
    return steering.stopped() || cut || failure != null;
  }

  private boolean goesOn() {
    return !ended() && !Workflow.getInfo().isContinueAsNewSuggested();
  }

  private void work(int number, Turn turn) {
    Batch batch = new Batch(number, turn);
    try {
      while (goesOn()) {
        Workflow.await(() -> !steering.paused() || ended());
        if (goesOn() && batch.concluded()) {
          return;
        }
      }
      batch.giveUp();
      open.add(number);
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      active--;
    }
  }

  /** One batch: the allowance of its present turn, and how long it has waited in vain. */
  private final class Batch {

    private final int from;
    private final int to;
    private final Turn turn;
    private final Idling idling = new Idling();
    private Allowance wanted = roster.expectedPerBatch().times(2);
    private @Nullable Allowance share;
    private int number;

    Batch(int batch, Turn turn) {
      this.from = batch * roster.batchSize();
      this.to = Math.min(roster.size(), from + roster.batchSize());
      this.turn = turn;
    }

    /** One turn; true when the batch needs no other one. */
    boolean concluded() {
      Allowance allowance = share;
      if (allowance == null) {
        int sharers = Math.min(roster.batchWindow(), waiting() + active);
        allowance = purse.take(wanted, sharers, () -> steering.paused() || !goesOn());
        if (allowance == null) {
          return false;
        }
        share = allowance;
        number = generation * TURNS_PER_GENERATION + turns++ % TURNS_PER_GENERATION;
      }
      if (WindowPurse.exhausted(allowance, wanted)) {
        return spent(allowance);
      }
      try {
        return concluded(allowance, turn.ask(from, to, number, allowance));
      } catch (ActivityFailure refused) {
        return halted(refused);
      }
    }

    /** What a turn without receipt may have spent counts as spent. */
    void giveUp() {
      Allowance allowance = share;
      if (allowance != null) {
        purse.settle(allowance, allowance);
      }
    }

    private boolean spent(Allowance allowance) {
      share = null;
      purse.settle(allowance, Allowance.NONE);
      cut = true;
      return true;
    }

    private boolean concluded(Allowance allowance, BatchReceipt receipt) {
      share = null;
      purse.settle(allowance, receipt.settled());
      listener.received(receipt);
      boolean idle = receipt.answered() == 0 && receipt.settled().equals(Allowance.NONE);
      return switch (receipt.end()) {
        case DONE -> true;
        case STOPPED -> {
          cut = true;
          yield true;
        }
        case NEEDS_GRANT -> idle ? needsMore(allowance) : false;
        case YIELDED -> pause(idling.atLeast(idle, receipt.retryAfterMillis()));
        case PAUSED -> pause(idling.next(idle));
        case HALTED -> {
          PauseReason reason = receipt.halt();
          listener.halted(reason == null ? PauseReason.DEFECT : reason, receipt.detail());
          yield pause(idling.next(idle));
        }
      };
    }

    /** Less than one call fits: more is asked for, unless this was all there is. */
    private boolean needsMore(Allowance allowance) {
      if (!allowance.covers(wanted)) {
        cut = true;
        return true;
      }
      wanted = wanted.times(2).min(WindowPurse.MOST);
      return false;
    }

    private boolean pause(Duration wait) {
      Workflow.await(wait, BatchWindow.this::ended);
      return false;
    }

    /** A failure that no retry mends stops the run until a person has looked at it. */
    private boolean halted(ActivityFailure refused) {
      if (refused.getCause() instanceof CanceledFailure cancelled) {
        throw cancelled;
      }
      Refusal refusal = Refusal.of(refused);
      listener.halted(refusal.reason(), refusal.detail());
      return pause(idling.next(true));
    }
  }
}
