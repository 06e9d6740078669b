package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether an answer without value enters the running context. */
public enum OnNoValue {
  OMIT("omit"),
  KEEP("keep");

  private final String wireName;

  OnNoValue(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
