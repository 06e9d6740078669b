package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which choices of the original pipeline are taken over. */
public enum Compatibility {
  OFF("off"),
  ORIGINAL("original");

  private final String wireName;

  Compatibility(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
