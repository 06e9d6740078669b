package dev.voxpop.contracts.experiment;

import com.fasterxml.jackson.annotation.JsonValue;

/** The labels of asker and answerer. */
public enum Roles {
  QUESTION_ANSWER("question-answer"),
  SURVEYOR_RESPONDENT("surveyor-respondent"),
  INTERVIEWER_INTERVIEWEE("interviewer-interviewee"),
  NONE("none");

  private final String wireName;

  Roles(String wireName) {
    this.wireName = wireName;
  }

  /** The value in documents and messages. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
