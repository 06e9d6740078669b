package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which of equally good personas is taken. */
public enum TieBreak {
  SEEDED("seeded"),
  LOWEST_ID("lowest-id");

  private final String wireName;

  TieBreak(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
