package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** The order in which options or questions are shown: as the wave declares it, or drawn. */
public enum AskedOrder {
  DECLARED("declared"),
  RANDOM("random");

  private final String wireName;

  AskedOrder(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
