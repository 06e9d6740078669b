package dev.voxpop.simulator.reading;

/** A piece of a prompt before what is asked now. */
public sealed interface Part {
  /** Running text. */
  record Prose(String text) implements Part {}

  /** A question with options that has been answered, with the answer's text. */
  record Exchange(ChoiceQuestion question, String answer) implements Part {
    /** The displayed place that the answer names; −1 when none. */
    public int place() {
      return ClueReader.place(question, answer);
    }
  }
}
