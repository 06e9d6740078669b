package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.contracts.workflow.Carried;
import org.jspecify.annotations.Nullable;

/**
 * What the work is told to do, and whether one batch at a time may try although it stands still.
 */
final class Steering {

  private SteeringMode mode;
  private boolean probing;
  private boolean free;

  Steering(SteeringMode mode) {
    this.mode = mode;
  }

  /** Takes over what an earlier leg of the same work was told. */
  void begin(SteeringMode first, @Nullable Carried carried) {
    set(first);
    if (carried != null && carried.probing()) {
      probe();
    }
  }

  SteeringMode mode() {
    return mode;
  }

  /** Stopping is for good. */
  void set(SteeringMode next) {
    if (mode != SteeringMode.STOP) {
      mode = next;
      probing = false;
      free = false;
    }
  }

  boolean stopped() {
    return mode == SteeringMode.STOP;
  }

  boolean paused() {
    return mode == SteeringMode.PAUSE;
  }

  /** Lets batches try, one at a time, until something else is said. */
  void probe() {
    probing = paused();
    free = probing;
  }

  boolean probing() {
    return probing;
  }

  /** Whether a batch may make its next turn, be it as a try. */
  boolean letsOn() {
    return !paused() || free;
  }

  /** Whether the turn that begins now is the try; until it is given back nobody else tries. */
  boolean takeProbe() {
    boolean taken = free;
    free = false;
    return taken;
  }

  /** Lets another turn be the next try. */
  void giveBackProbe() {
    free = probing;
  }
}
