package dev.voxpop.contracts.experiments;

import com.fasterxml.jackson.annotation.JsonValue;

/** The part of the protocol a run is in. */
public enum RunPhase {
  VALIDATION("validation"),
  BACKSTORIES("backstories"),
  TRAITS("traits"),
  MATCHING("matching"),
  SURVEY("survey"),
  ANALYSIS("analysis"),
  REPORT("report");

  private final String wireName;

  RunPhase(String wireName) {
    this.wireName = wireName;
  }

  /** The value in rows, messages and search attributes. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
