package dev.voxpop.worker.workflow;

import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.util.function.Consumer;

/**
 * Brings the newest of a row of messages to one receiver, one at a time. What is overtaken on the
 * way is not brought, so a receiver that is down never holds up the others, and a message never
 * arrives after a newer one.
 */
final class Courier<T> {

  /** A message and its place in the row. */
  record Letter<T>(long number, T message) {}

  private final Consumer<T> receiver;
  private Letter<T> newest;
  private long brought;
  private boolean dismissed;

  /** A courier for a receiver who knows {@code known} already. */
  Courier(Consumer<T> receiver, Letter<T> known) {
    this.receiver = receiver;
    this.newest = known;
    this.brought = known.number();
  }

  /** Begins to carry, in a thread of the workflow. */
  void start() {
    Async.procedure(this::carry);
  }

  void take(Letter<T> letter) {
    newest = letter;
  }

  void dismiss() {
    dismissed = true;
  }

  /** Whether nothing is on the way. */
  boolean idle() {
    return brought >= newest.number();
  }

  /** Waits until nothing is on the way. */
  void awaitBrought() {
    Workflow.await(this::idle);
  }

  private void carry() {
    while (true) {
      Workflow.await(() -> dismissed || newest.number() > brought);
      if (dismissed) {
        return;
      }
      Letter<T> letter = newest;
      bring(letter.message());
      brought = letter.number();
    }
  }

  /** A receiver that has ended, or refuses for good, needs no steering. */
  private void bring(T message) {
    try {
      receiver.accept(message);
    } catch (TemporalFailure gone) {
      Workflow.getLogger(Courier.class).warn("Steering was not received: {}", gone.getMessage());
    }
  }
}
