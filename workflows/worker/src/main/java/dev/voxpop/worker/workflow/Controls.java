package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.run.ControlOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The control rows of the stages that buy, each written by a courier of its own. */
final class Controls {

  private final List<Courier<ControlOrder>> stages = new ArrayList<>();

  /** Opens the ways to the stages; what comes after {@code known} is brought. */
  void begin(ControlOrder known) {
    open(Stages.surveyMoment("steer")::control, known);
    open(Stages.backstoryMoment("steer")::control, known);
  }

  private void open(Consumer<ControlOrder> stage, ControlOrder known) {
    Courier<ControlOrder> courier =
        new Courier<>(stage, new Courier.Letter<>(known.version(), known));
    stages.add(courier);
    courier.start();
  }

  void tell(ControlOrder order) {
    stages.forEach(stage -> stage.take(new Courier.Letter<>(order.version(), order)));
  }

  /** Whether nothing is on the way. */
  boolean idle() {
    return stages.stream().allMatch(Courier::idle);
  }

  /** Waits until nothing is on the way. */
  void awaitBrought() {
    stages.forEach(Courier::awaitBrought);
  }
}
