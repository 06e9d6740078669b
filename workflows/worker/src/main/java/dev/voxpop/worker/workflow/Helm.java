package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.contracts.workflow.Halt;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steering of one run: one mode, which couriers bring to the control rows of the stages, where
 * running batches read it, and to the children.
 *
 * <p>Orders only change what is wanted, so handlers of signals end at once, and orders that arrive
 * before admission count as well. An operator's pause is never lifted by the machine; an outage,
 * which the machine may lift, never takes the place of a pause that needs a person.
 */
final class Helm {

  private static final Duration STAGE_PATIENCE = Duration.ofSeconds(30);
  private static final int VERSIONS_PER_RUN = 1_000_000;

  private final Board board;
  private final Steering steering = new Steering(SteeringMode.RUN);
  private final Controls controls = new Controls();
  private final Crew children = new Crew();
  private final Throttle throttle = new Throttle();
  private final Outages outages = new Outages(this);
  private @Nullable Admission admission;
  private @Nullable PauseReason reason;
  private @Nullable String halted;
  private Optional<String> prober = Optional.empty();
  private String detail = "";
  private boolean trying;
  private boolean resumed;
  private boolean cancelled;
  private long changes;
  private long orders;

  Helm(Board board) {
    this.board = board;
  }

  /** Takes the helm of an admitted run; returns once the stages know how it stands. */
  void begin(Admission admitted) {
    admission = admitted;
    throttle.begin(admitted);
    if (admitted.paused() && !resumed && !steering.stopped()) {
      steering.set(SteeringMode.PAUSE);
      reason = PauseReason.OPERATOR;
    }
    controls.begin(order());
    tell();
    board.state(state(), reason, detail);
    controls.awaitBrought();
    Async.procedure(outages::watch);
  }

  /** What a child that starts now is told. */
  Courier.Letter<SteeringMode> news() {
    return new Courier.Letter<>(changes, steering.mode());
  }

  boolean stopped() {
    return steering.stopped();
  }

  boolean wasCancelled() {
    return cancelled;
  }

  void awaitNotPaused() {
    Workflow.await(() -> !steering.paused());
  }

  /** Steers a child that has started from now on. */
  void join(String path, Crew.Handles child, Courier.Letter<SteeringMode> known) {
    children.join(path, child, known);
    children.tell(news());
  }

  void leave(String path) {
    children.leave(path);
  }

  /** A child cannot go on alone. */
  void halted(Halt halt) {
    if (halt.reason() == PauseReason.PROVIDER_OUTAGE) {
      halted = halt.path();
    }
    pause(halt.reason(), halt.path() + ": " + halt.detail());
  }

  /** A child that tried the provider got an answer. */
  void recovered() {
    outages.answered();
  }

  void pause(PauseReason why, String said) {
    boolean person = steering.paused() && reason != PauseReason.PROVIDER_OUTAGE;
    boolean weaker = reason == PauseReason.OPERATOR || why == PauseReason.PROVIDER_OUTAGE;
    boolean same = steering.paused() && reason == why;
    if (!steering.stopped() && !same && !(person && weaker)) {
      reason = why;
      change(SteeringMode.PAUSE, said);
    }
  }

  void resume(String said) {
    resumed = true;
    if (steering.paused()) {
      reason = null;
      change(SteeringMode.RUN, said);
    }
  }

  void stop(String said) {
    if (!steering.stopped()) {
      reason = null;
      change(SteeringMode.STOP, said);
    }
  }

  void cancel() {
    cancelled = true;
    stop("cancelled");
  }

  void concurrency(String alias, int n) {
    throttle.order(alias, n);
    if (admission != null) {
      tell();
    }
  }

  /** The most calls of any alias that may be in flight, whatever else is ordered. */
  void ceiling(int most) {
    throttle.ceiling(most);
    tell();
  }

  /** Lets go of the helm once the stages have heard the last order. */
  void end() {
    controls.awaitBrought();
  }

  /** Stops the stages before the run fails; does not wait long for one that is down. */
  void abandon() {
    stop("the run fails");
    Workflow.await(STAGE_PATIENCE, controls::idle);
  }

  /** Counts the orders to stand still, to go on and to stop. */
  long changes() {
    return changes;
  }

  /** Whether the run stands still because a provider is away, and for no other reason. */
  boolean outage() {
    return steering.paused() && reason == PauseReason.PROVIDER_OUTAGE;
  }

  /**
   * Lets the child that met the outage try. The stages are told to run for that; all children stand
   * still, so nothing else is asked of them. False when there is no child to try.
   */
  boolean probe() {
    if (!trying) {
      trying = true;
      tell();
    }
    Workflow.await(STAGE_PATIENCE, controls::idle);
    prober = children.probe(halted);
    return prober.isPresent();
  }

  /** Whether the child that was to try is still there. */
  boolean probing() {
    return prober.map(children::has).orElse(false);
  }

  /** Goes on with one call at a time. */
  void goOnSlowly(String said) {
    throttle.ceiling(1);
    reason = null;
    change(SteeringMode.RUN, said);
  }

  private void change(SteeringMode mode, String said) {
    steering.set(mode);
    detail = said;
    trying = false;
    changes++;
    if (admission == null) {
      orders++;
    } else {
      tell();
      children.tell(news());
      board.state(state(), reason, said);
    }
  }

  private RunState state() {
    return switch (steering.mode()) {
      case RUN -> RunState.RUNNING;
      case PAUSE -> RunState.PAUSED;
      case STOP -> RunState.CLOSING;
    };
  }

  private void tell() {
    orders++;
    controls.tell(order());
  }

  private ControlOrder order() {
    SteeringMode mode = trying ? SteeringMode.RUN : steering.mode();
    Admission admitted = Objects.requireNonNull(admission);
    long version = (long) admitted.run() * VERSIONS_PER_RUN + orders;
    return new ControlOrder(admitted.experiment(), mode, throttle.inForce(), version);
  }
}
