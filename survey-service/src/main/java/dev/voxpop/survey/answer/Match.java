package dev.voxpop.survey.answer;

/**
 * A phrase where it stands in an answer.
 *
 * @param from index of its first word
 * @param to index behind its last word
 * @param letters number of characters of its words
 */
record Match(int from, int to, Phrase phrase, int letters) {

  /** Whether it has one word only. */
  boolean isWord() {
    return to == from + 1;
  }

  /** Whether two matches have the same words. */
  boolean coincides(Match other) {
    return from == other.from && to == other.to;
  }
}
