package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How prompts reach the model: one growing text, a chat with one user message, or a chat that
 * alternates.
 */
public enum Mode {
  COMPLETION("completion"),
  CHAT("chat"),
  CHAT_MULTI_TURN("chat-multi-turn");

  private final String wireName;

  Mode(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
