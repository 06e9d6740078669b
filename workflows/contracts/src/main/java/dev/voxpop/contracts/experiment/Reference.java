package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** A comparison arm that needs no model. */
public enum Reference {
  UNIFORM("uniform"),
  MODE("mode"),
  WEIGHTED_DRAW("weighted-draw");

  private final String wireName;

  Reference(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
