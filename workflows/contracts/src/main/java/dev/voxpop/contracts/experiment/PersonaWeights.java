package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** How personas are weighted in analysis. */
public enum PersonaWeights {
  NONE("none"),
  HUMAN("human"),
  RAKED("raked");

  private final String wireName;

  PersonaWeights(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
