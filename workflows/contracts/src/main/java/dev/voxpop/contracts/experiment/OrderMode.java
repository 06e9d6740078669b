package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How paired options are ordered over draws: half of the draws each way, or one seeded order a
 * persona.
 */
public enum OrderMode {
  BALANCED("balanced"),
  PER_PERSONA("per-persona");

  private final String wireName;

  OrderMode(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
