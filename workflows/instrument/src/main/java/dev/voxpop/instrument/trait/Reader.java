package dev.voxpop.instrument.trait;

import java.util.Objects;

/**
 * What a reader model is asked about a story.
 *
 * @param question what the story states about the trait
 * @param notMentioned text of the last option
 */
public record Reader(String question, String notMentioned) {
  /** Key of the last option. */
  public static final String NOT_MENTIONED = "not-mentioned";

  public Reader {
    Objects.requireNonNull(question);
    Objects.requireNonNull(notMentioned);
  }
}
