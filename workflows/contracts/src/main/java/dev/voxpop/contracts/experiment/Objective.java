package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** What maximum-weight matching maximises: the sum of weights or of their logarithms. */
public enum Objective {
  SUM("sum"),
  LOG("log");

  private final String wireName;

  Objective(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
