package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a persona's option goes that reaches over the border of two common labels. */
public enum Straddling {
  /** In shares, as the wave says. */
  SPLIT("split"),
  /** As a whole to the first of its labels. */
  FIRST("first");

  private final String wireName;

  Straddling(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
