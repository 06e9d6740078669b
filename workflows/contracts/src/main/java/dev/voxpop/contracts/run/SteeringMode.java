package dev.voxpop.contracts.run;

import com.fasterxml.jackson.annotation.JsonValue;

/** What running batches are told to do. */
public enum SteeringMode {
  RUN("run"),
  PAUSE("pause"),
  STOP("stop");

  private final String wireName;

  SteeringMode(String wireName) {
    this.wireName = wireName;
  }

  /** The value in messages and control rows. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
