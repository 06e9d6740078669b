package dev.voxpop.survey.answer;

/**
 * A number as it stands in an answer.
 *
 * @param from index of its first word
 * @param to index behind its last word
 * @param value with its multiplier
 * @param multiplier what its last word multiplied by, or 1
 * @param form how it is written
 */
record Numeral(int from, int to, double value, double multiplier, Form form) {

  /** How a number is written. */
  enum Form {
    /** In digits. */
    DIGITS,
    /** In words. */
    WORDS,
    /** In digits that letters such as "yo" make an age. */
    AGE
  }

  /** The same number as the first end of a range whose second end has a multiplier. */
  Numeral times(double factor) {
    return new Numeral(from, to, value * factor, factor, form);
  }
}
