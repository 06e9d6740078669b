package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** How an option's mark is set: (A), [A], A. or A. */
public enum Bracket {
  ROUND("round"),
  SQUARE("square"),
  DOT("dot"),
  PLAIN("plain");

  private final String wireName;

  Bracket(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
