package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a story's traits are found out: by sampled answers or from first-token log-probabilities. */
public enum TraitMethod {
  SAMPLED("sampled"),
  LOGPROB("logprob");

  private final String wireName;

  TraitMethod(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
