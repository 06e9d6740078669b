package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** How 95 % intervals are read from bootstrap rounds. */
public enum IntervalMethod {
  PERCENTILE("percentile"),
  BCA("bca");

  private final String wireName;

  IntervalMethod(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
