package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** A way of asking that an audit varies. */
public enum AuditFactor {
  /** Levels are the words of {@link AskedOrder}. */
  OPTION_ORDER("option-order", "optionOrder"),
  /** Levels are the words of {@link AskedOrder}. */
  QUESTION_ORDER("question-order", "questionOrder"),
  /** Levels are the words of {@link Symbol}. */
  SYMBOL("symbol", "symbol"),
  /** Levels are the words of {@link Bracket}. */
  BRACKET("bracket", "bracket"),
  /** Levels are numbers, written as Java writes a double. */
  TEMPERATURE("temperature", "temperature");

  private final String wireName;
  private final String key;

  AuditFactor(String wireName, String key) {
    this.wireName = wireName;
    this.key = key;
  }

  /** The key in documents. */
  public String key() {
    return key;
  }

  /** The name in messages and reports. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
