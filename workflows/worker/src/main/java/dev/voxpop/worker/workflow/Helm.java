package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.run.SteeringMode;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
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

  private static final Duration OUTAGE_PAUSE = Duration.ofMinutes(5);
  private static final Duration ABANDON_PATIENCE = Duration.ofSeconds(30);
  private static final int VERSIONS_PER_RUN = 1_000_000;

  private final Board board;
  private final Steering steering = new Steering(SteeringMode.RUN);
  private final List<Courier<ControlOrder>> stages = new ArrayList<>();
  private final Map<String, Courier<SteeringMode>> children = new LinkedHashMap<>();
  private final Map<String, Integer> concurrency = new TreeMap<>();
  private @Nullable Admission admission;
  private @Nullable PauseReason reason;
  private String detail = "";
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
    if (admitted.paused() && !resumed && !steering.stopped()) {
      steering.set(SteeringMode.PAUSE);
      reason = PauseReason.OPERATOR;
    }
    ControlOrder first = order();
    stages.add(courier(Stages.surveyMoment("steer")::control, first));
    stages.add(courier(Stages.backstoryMoment("steer")::control, first));
    orders++;
    stages.forEach(stage -> stage.take(letter()));
    stages.forEach(Courier::start);
    board.state(state(), reason, detail);
    stages.forEach(Courier::awaitBrought);
    Async.procedure(this::watchOutages);
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
    Workflow.await(() -> !steering.paused());
  }

  /** Steers a child from now on; it knows the present mode. */
  void join(String path, Consumer<SteeringMode> child) {
    Courier<SteeringMode> courier =
        new Courier<>(child, new Courier.Letter<>(changes, steering.mode()));
    children.put(path, courier);
    courier.start();
  }

  void leave(String path) {
    Courier<SteeringMode> courier = children.remove(path);
    if (courier != null) {
      courier.dismiss();
    }
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
    concurrency.put(alias, n);
    orders++;
    stages.forEach(stage -> stage.take(letter()));
  }

  /** Lets go of the helm once the stages have heard the last order. */
  void end() {
    stages.forEach(Courier::awaitBrought);
  }

  /** Stops the stages before the run fails; does not wait long for one that is down. */
  void abandon() {
    stop("the run fails");
    Workflow.await(ABANDON_PATIENCE, () -> stages.stream().allMatch(Courier::idle));
  }

  private void change(SteeringMode mode, String said) {
    steering.set(mode);
    detail = said;
    changes++;
    orders++;
    if (admission != null) {
      stages.forEach(stage -> stage.take(letter()));
      Courier.Letter<SteeringMode> news = new Courier.Letter<>(changes, mode);
      children.values().forEach(child -> child.take(news));
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

  /** Tries the provider again a while after an outage, unless something else has happened since. */
  private void watchOutages() {
    while (true) {
      Workflow.await(this::outage);
      long seen = changes;
      if (!Workflow.await(OUTAGE_PAUSE, () -> changes != seen)) {
        reason = null;
        change(SteeringMode.RUN, "trying the provider again");
      }
    }
  }

  private boolean outage() {
    return steering.paused() && reason == PauseReason.PROVIDER_OUTAGE;
  }

  private static Courier<ControlOrder> courier(Consumer<ControlOrder> stage, ControlOrder known) {
    return new Courier<>(stage, new Courier.Letter<>(known.version(), known));
  }

  private Courier.Letter<ControlOrder> letter() {
    ControlOrder order = order();
    return new Courier.Letter<>(order.version(), order);
  }

  private ControlOrder order() {
    Admission admitted = Objects.requireNonNull(admission);
    long version = (long) admitted.run() * VERSIONS_PER_RUN + orders;
    return new ControlOrder(admitted.experiment(), steering.mode(), concurrency, version);
  }
}
