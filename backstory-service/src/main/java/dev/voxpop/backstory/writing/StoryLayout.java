package dev.voxpop.backstory.writing;

import dev.voxpop.instrument.format.RoleWords;
import java.util.List;
import java.util.Optional;

/**
 * The layout of open questions and of the passages made from their answers.
 *
 * <p>Blocks are separated by one blank line; a prompt ends with the answerer's label, without space
 * or newline. Texts are joined, never interpolated, so whatever a story contains stays as it is.
 */
public record StoryLayout(RoleWords roles) {

  private static final String BLANK_LINE = "\n\n";

  /** The prompt of an open question, after what stands before it. */
  public String prompt(String before, String question) {
    return (before.isEmpty() ? "" : before + BLANK_LINE) + asked(question) + BLANK_LINE + cue();
  }

  /** A question with its answer, as it stands before the next question. */
  public String exchange(String question, String answer) {
    return asked(question) + BLANK_LINE + answered(answer);
  }

  /** What a survey puts before its questions: the open question and the story. */
  public String passage(String question, String story) {
    return exchange(question, story);
  }

  /** Strings at which a story ends: the next question and the usual ways to begin an interview. */
  public List<String> storyStops() {
    return List.of(roles.askerLabel(), "Q:", "Interview");
  }

  /** Strings at which the answer to the preamble ends. */
  public List<String> preambleStops() {
    return List.of("\n", roles.askerLabel());
  }

  /** A passage that keeps the accepted preamble before the open question. */
  public String passage(Optional<String> preamble, String question, String story) {
    return preamble.map(kept -> kept + BLANK_LINE).orElse("") + passage(question, story);
  }

  private String asked(String question) {
    return roles.askerLabel() + " " + question;
  }

  private String answered(String answer) {
    return cue() + " " + answer;
  }

  private String cue() {
    return roles.answererLabel();
  }
}
