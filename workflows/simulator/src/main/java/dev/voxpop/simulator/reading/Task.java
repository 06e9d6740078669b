package dev.voxpop.simulator.reading;

/** What a prompt asks for at its end. */
public sealed interface Task {
  /** Choose one of the displayed options. */
  record Choose(ChoiceQuestion question, Opening opening) implements Task {}

  /**
   * Find in a text which option it states, or that it states none; {@code silent} is the place of
   * the latter option.
   */
  record Locate(ChoiceQuestion question, String text, int silent) implements Task {}

  /** Tell one's life. */
  record Tell() implements Task {}

  /** Say whether one is willing. */
  record Consent() implements Task {}

  /** Judge a text by instructions, with a verdict of yes or no. */
  record Judge(String instructions, String text) implements Task {}

  /** Nothing that this model understands. */
  record Unclear() implements Task {}

  /** What stands directly before the answer. */
  enum Opening {
    /** A cue such as "Answer:"; the answer begins with a space. */
    CUE,
    /** A cue and the bracket that opens a symbol. */
    BRACKET,
    /** A chat turn; the answer begins at once. */
    TURN
  }
}
