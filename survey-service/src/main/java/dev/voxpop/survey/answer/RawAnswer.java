package dev.voxpop.survey.answer;

import dev.voxpop.languagemodel.Reply;
import java.util.Objects;

/**
 * An answer as the model gave it.
 *
 * @param text untouched
 * @param finish why the text ends
 */
public record RawAnswer(String text, Reply.Finish finish) {
  public RawAnswer {
    Objects.requireNonNull(text);
    Objects.requireNonNull(finish);
  }

  /** An answer that ended by itself or at a stop string. */
  public static RawAnswer complete(String text) {
    return new RawAnswer(text, Reply.Finish.STOP);
  }

  /** An answer that ended at the maximum output. */
  public static RawAnswer cut(String text) {
    return new RawAnswer(text, Reply.Finish.LENGTH);
  }
}
