package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** How p-values over groups of people are adjusted. */
public enum AdjustmentMethod {
  HOLM("holm"),
  BENJAMINI_HOCHBERG("benjamini-hochberg");

  private final String wireName;

  AdjustmentMethod(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
