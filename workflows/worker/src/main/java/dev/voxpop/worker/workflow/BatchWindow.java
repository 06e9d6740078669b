package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.workflow.Carried;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
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

    void recovered();
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

  Roster roster() {
    return roster;
  }

  WindowPurse purse() {
    return purse;
  }

  Steering steering() {
    return steering;
  }

  Listener listener() {
    return listener;
  }

  /** Batches that share the money that is asked for now. */
  int sharers() {
    return Math.min(roster.batchWindow(), waiting() + active);
  }

  /** A number that no other turn of this workflow has. */
  int nextTurn() {
    return generation * TURNS_PER_GENERATION + turns++ % TURNS_PER_GENERATION;
  }

  /** Ends the window early: what remains stays undone. */
  void cut() {
    cut = true;
  }

  boolean ended() {
    return steering.stopped() || cut || failure != null;
  }

  boolean goesOn() {
    WorkflowInfo info = Workflow.getInfo();
    return !ended()
        && !info.isContinueAsNewSuggested()
        && !info.isTargetWorkerDeploymentVersionChanged();
  }

  private void work(int number, Turn turn) {
    Batch batch = new Batch(this, number, turn);
    try {
      while (goesOn()) {
        Workflow.await(() -> steering.letsOn() || !goesOn());
        boolean over = steering.takeProbe() ? batch.tried() : batch.concluded();
        if (over) {
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
}
