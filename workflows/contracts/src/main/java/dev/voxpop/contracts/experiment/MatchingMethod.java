package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** How personas are paired with people. */
public enum MatchingMethod {
  GREEDY("greedy"),
  MAXIMUM_WEIGHT("maximum-weight"),
  RANDOM("random");

  private final String wireName;

  MatchingMethod(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
