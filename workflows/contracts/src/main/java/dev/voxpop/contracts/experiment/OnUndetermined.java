package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** What happens to a persona whose trait is undetermined. */
public enum OnUndetermined {
  UNIFORM("uniform"),
  EXCLUDE_PERSONA("exclude-persona");

  private final String wireName;

  OnUndetermined(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
