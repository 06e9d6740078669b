package dev.voxpop.contracts.experiments;

import com.fasterxml.jackson.annotation.JsonValue;

/** The state of a run. */
public enum RunState {
  PLANNED("planned"),
  VALIDATING("validating"),
  RUNNING("running"),
  PAUSED("paused"),
  CLOSING("closing"),
  COMPLETED("completed"),
  PARTIAL("partial"),
  FAILED("failed"),
  CANCELLED("cancelled");

  private final String wireName;

  RunState(String wireName) {
    this.wireName = wireName;
  }

  /** The value in rows and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** Whether nothing more will happen in this run. */
  public boolean terminal() {
    return switch (this) {
      case COMPLETED, PARTIAL, FAILED, CANCELLED -> true;
      case PLANNED, VALIDATING, RUNNING, PAUSED, CLOSING -> false;
    };
  }
}
