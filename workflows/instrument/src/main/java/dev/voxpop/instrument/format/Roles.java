package dev.voxpop.instrument.format;

/** The words for asker and answerer. */
public enum Roles {
  QUESTION_ANSWER,
  SURVEYOR_RESPONDENT,
  INTERVIEWER_INTERVIEWEE,
  /** No words: the question alone, without cue; for chats. */
  NONE
}
