package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiment.BudgetLimit;
import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.experiments.LimitChange;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.contracts.workflow.RunExperiment;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The steering of one run: one mode, passed to the control rows of the stages, where running
 * batches read it, and to the children. An operator's pause is never lifted by the machine.
 */
final class Helm {

  private final Admission admission;
  private final Board board;
  private final Steering steering = new Steering(SteeringMode.RUN);
  private final Map<String, Child> children = new LinkedHashMap<>();
  private final Map<String, Integer> concurrency = new TreeMap<>();
  private @Nullable PauseReason reason;
  private boolean cancelled;
  private long version;

  Helm(Admission admission, Board board) {
    this.admission = admission;
    this.board = board;
    this.version = (long) admission.run() * 1_000_000;
  }

  /** A child that hears the steering. */
  @FunctionalInterface
  interface Child {
    void steer(SteeringMode mode);
  }

  void begin(SteeringMode mode) {
    steering.set(mode);
    reason = mode == SteeringMode.PAUSE ? PauseReason.OPERATOR : null;
    order();
    board.state(mode == SteeringMode.PAUSE ? RunState.PAUSED : RunState.RUNNING, reason, "");
  }

  SteeringMode mode() {
    return steering.mode();
  }

  boolean stopped() {
    return steering.stopped();
  }

  boolean wasCancelled() {
    return cancelled;
  }

  void awaitNotPaused() {
    steering.awaitNotPaused();
  }

  void join(String path, Child child) {
    children.put(path, child);
  }

  void leave(String path) {
    children.remove(path);
  }

  /** Stands still; the answer names this pause. */
  long pause(PauseReason why, String detail) {
    boolean operatorHolds = steering.paused() && reason == PauseReason.OPERATOR;
    if (steering.stopped() || operatorHolds || (steering.paused() && reason == why)) {
      return version;
    }
    reason = why;
    change(SteeringMode.PAUSE, RunState.PAUSED, detail);
    return version;
  }

  void resume(String detail) {
    if (steering.paused()) {
      reason = null;
      change(SteeringMode.RUN, RunState.RUNNING, detail);
    }
  }

  /** Tries again after an outage, unless something else has happened since. */
  boolean retry(long pausedVersion) {
    boolean unchanged = version == pausedVersion && reason == PauseReason.PROVIDER_OUTAGE;
    if (unchanged) {
      Async.procedure(this::resume, "trying the provider again");
    }
    return unchanged;
  }

  void stop(String detail) {
    if (!steering.stopped()) {
      reason = null;
      change(SteeringMode.STOP, RunState.CLOSING, detail);
    }
  }

  void cancel() {
    cancelled = true;
    stop("cancelled");
  }

  void concurrency(String alias, int n) {
    concurrency.put(alias, n);
    order();
  }

  void budget(RunExperiment.Budget budget) {
    String usd = budget.usd();
    Long micros = usd == null ? null : new BigDecimal(usd).movePointRight(6).longValueExact();
    Stages.experiments("change the budget")
        .limit(
            new LimitChange(
                admission.experiment(), new BudgetLimit(micros, budget.tokens(), budget.calls())));
  }

  private void change(SteeringMode mode, RunState state, String detail) {
    steering.set(mode);
    order();
    List.copyOf(children.values()).forEach(child -> tell(child, mode));
    board.state(state, reason, detail);
  }

  /** A child that has just ended needs no steering. */
  private static void tell(Child child, SteeringMode mode) {
    try {
      child.steer(mode);
    } catch (TemporalFailure gone) {
      Workflow.getLogger(Helm.class).info("A child had ended before it could be steered");
    }
  }

  private void order() {
    version++;
    ControlOrder order =
        new ControlOrder(admission.experiment(), steering.mode(), concurrency, version);
    String summary = order.mode().wireName();
    Promise<Void> survey = Async.procedure(Stages.surveyMoment(summary)::control, order);
    Promise<Void> backstory = Async.procedure(Stages.backstoryMoment(summary)::control, order);
    survey.get();
    backstory.get();
  }
}
