package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** How personas belong to the labels of a trait when they are raked. */
public enum RakingMembership {
  /** By the mass that the persona's answers put on each label. */
  FRACTIONAL("fractional"),
  /** Wholly to the label of largest mass. */
  MODAL("modal");

  private final String wireName;

  RakingMembership(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
