package dev.voxpop.simulator.speaking;

/** A way of giving an answer. */
enum Manner {
  /** The mark: "(B)". */
  MARK,
  /** The bare symbol: "B". */
  SYMBOL,
  /** Mark and text: "(B) Fairly likely". */
  MARK_AND_TEXT,
  /** The text in a sentence, without mark. */
  SENTENCE,
  /** A sentence with the mark and more around it. */
  TALKATIVE,
  /** The mark, then a question the model invents itself. */
  NEXT_QUESTION,
  /** Text that answers nothing. */
  RAMBLING,
  /** Declining to answer. */
  REFUSAL,
  /** "I'm not sure." */
  UNSURE,
  /** A mark that was not offered. */
  UNKNOWN_MARK
}
