package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.run.SteeringMode;
import io.temporal.workflow.Workflow;

/** What the workflow's work is told to do; waits while it is told to stand still. */
final class Steering {

  private SteeringMode mode;

  Steering(SteeringMode mode) {
    this.mode = mode;
  }

  SteeringMode mode() {
    return mode;
  }

  /** Stopping is for good. */
  void set(SteeringMode next) {
    if (mode != SteeringMode.STOP) {
      mode = next;
    }
  }

  boolean stopped() {
    return mode == SteeringMode.STOP;
  }

  boolean paused() {
    return mode == SteeringMode.PAUSE;
  }

  /** Returns once work may go on or must stop. */
  void awaitNotPaused() {
    Workflow.await(() -> !paused());
  }
}
