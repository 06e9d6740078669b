package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a person's traits are put into words; none is no text at all. */
public enum TextStyle {
  NONE("none"),
  QA("qa"),
  QA_FREEFORM("qa-freeform"),
  BIO("bio"),
  PORTRAY("portray");

  private final String wireName;

  TextStyle(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
