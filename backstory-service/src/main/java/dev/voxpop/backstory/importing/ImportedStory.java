package dev.voxpop.backstory.importing;

/**
 * A story as it is kept.
 *
 * @param passage the exact text a survey puts before its questions
 * @param text the story alone
 * @param question whether the file brought its own question
 * @param tokens recorded count, or one for every four characters begun
 */
public record ImportedStory(
    String id, String passage, String text, QuestionOrigin question, int tokens) {

  /** Where the question before a story comes from. */
  public enum QuestionOrigin {
    /** The file. */
    OWN,
    /** The default question was put before it. */
    DEFAULT
  }
}
