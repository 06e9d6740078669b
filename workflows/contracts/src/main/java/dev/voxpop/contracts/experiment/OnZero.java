package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** What happens to a person whom no persona fits. */
public enum OnZero {
  LIST("list"),
  RANDOM("random");

  private final String wireName;

  OnZero(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
