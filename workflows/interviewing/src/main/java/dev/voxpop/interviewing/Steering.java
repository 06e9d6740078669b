package dev.voxpop.interviewing;

import dev.voxpop.contracts.run.SteeringMode;

/** What the operator wants of an experiment, as last read from the control row. */
@FunctionalInterface
public interface Steering {
  /** The wish; looks it up again when it has not been seen for a while. */
  SteeringMode mode();
}
