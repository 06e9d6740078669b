package dev.voxpop.contracts.run;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a run stands still. */
public enum PauseReason {
  OPERATOR("operator"),
  PROVIDER_OUTAGE("provider-outage"),
  PROVIDER_AUTH("provider-auth"),
  PROVIDER_REJECTS("provider-rejects"),
  BUDGET("budget"),
  GATE_YIELD("gate-yield"),
  PROMPT_DRIFT("prompt-drift"),
  DEFECT("defect"),
  CHILD_CLOSED("child-closed");

  private final String wireName;

  PauseReason(String wireName) {
    this.wireName = wireName;
  }

  /** The value in messages, search attributes and alerts. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
