package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** The marks that stand before options: A, a or 1. */
public enum Symbol {
  UPPER("upper"),
  LOWER("lower"),
  NUMBER("number");

  private final String wireName;

  Symbol(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
