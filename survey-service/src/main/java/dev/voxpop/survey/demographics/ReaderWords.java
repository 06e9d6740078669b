package dev.voxpop.survey.demographics;

import dev.voxpop.survey.prompt.PromptFile;

/**
 * The fixed words of a reader's request.
 *
 * @param file where they come from
 * @param system the instruction
 * @param heading what stands before the story
 * @param closing what stands after the question
 */
record ReaderWords(PromptFile file, String system, String heading, String closing) {
  static ReaderWords load() {
    PromptFile file = PromptFile.load("reader/v1");
    String[] parts = file.text().split("\n---\n", -1);
    return new ReaderWords(file, parts[0], parts[1], parts[2]);
  }

  /** The message about a story, which stays as it is. */
  String message(String story, String block) {
    return heading + "\n\n" + story + "\n\n" + block + "\n\n" + closing;
  }
}
