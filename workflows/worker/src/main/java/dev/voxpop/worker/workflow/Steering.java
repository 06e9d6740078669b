package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.run.SteeringMode;

/** What the work is told to do. */
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
}
