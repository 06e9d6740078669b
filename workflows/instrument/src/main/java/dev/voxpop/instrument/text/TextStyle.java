package dev.voxpop.instrument.text;

/** How a respondent's traits are told. */
public enum TextStyle {
  /** Not at all. */
  NONE,
  /** Answered multiple-choice questions. */
  QA,
  /** Questions answered in words. */
  QA_FREEFORM,
  /** First-person sentences. */
  BIO,
  /** A list of facts about the person to answer as. */
  PORTRAY
}
