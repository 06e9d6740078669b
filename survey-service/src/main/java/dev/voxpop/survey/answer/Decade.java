package dev.voxpop.survey.answer;

import dev.voxpop.survey.answer.AnswerText.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A decade of life in an answer: "in my 30s", "late sixties", "early to mid 40s", "30-something".
 *
 * @param from index of its first word
 * @param to index behind its last word
 * @param low first year
 * @param high last year
 */
record Decade(int from, int to, double low, double high) {
  private static final double YEARS = 10;
  private static final double LATEST = 110;

  /** The decade whose first word this is, or null; a calendar's decade is none. */
  static @Nullable Decade at(Reading reading, int word) {
    Decade part = part(reading, word);
    int last = part == null ? word : part.to();
    double start = start(reading, last);
    int to = last + 1;
    if (Double.isNaN(start)) {
      start = something(reading, last);
      to = last + 2;
    }
    if (Double.isNaN(start) || isForeign(reading, word)) {
      return null;
    }
    return part == null
        ? new Decade(word, to, start, start + YEARS - 1)
        : new Decade(word, to, start + part.low, start + part.high);
  }

  /** Its years. */
  Interval interval() {
    return Interval.closed(low, high);
  }

  // "early", or "mid to late": the years as distances from the decade's first one
  private static @Nullable Decade part(Reading reading, int word) {
    double low = reading.value(NumberList.DECADE_STARTS, word);
    double high = reading.value(NumberList.DECADE_ENDS, word);
    if (Double.isNaN(low) || Double.isNaN(high)) {
      return null;
    }
    int second = reading.in(WordList.RANGE, word + 1) ? word + 2 : word + 1;
    double later = reading.value(NumberList.DECADE_ENDS, second);
    return Double.isNaN(later)
        ? new Decade(word, word + 1, low, high)
        : new Decade(word, second + 1, low, Math.max(high, later));
  }

  private static double start(Reading reading, int word) {
    AnswerText text = reading.text();
    if (word >= text.count() || text.shape(word) != Shape.MIXED) {
      return reading.value(NumberList.DECADES, word);
    }
    int digits = text.size(word) - 1;
    boolean plural = Vocabulary.fold(text.charAt(word, digits)) == 's';
    if (!plural || digits < 2 || digits > 3 || text.charAt(word, digits - 1) != '0') {
      return Double.NaN;
    }
    double start = 0;
    for (int i = 0; i < digits; i++) {
      char digit = text.charAt(word, i);
      start = CharClass.isDigit(digit) ? start * YEARS + digit - '0' : Double.NaN;
    }
    return start >= YEARS && start <= LATEST ? start : Double.NaN;
  }

  private static double something(Reading reading, int word) {
    if (!reading.in(WordList.SOMETHING, word + 1)) {
      return Double.NaN;
    }
    AnswerText text = reading.text();
    double start = reading.value(NumberList.NUMBERS, word);
    boolean digits = text.shape(word) == Shape.NUMBER && text.size(word) == 2;
    if (digits && text.charAt(word, 1) == '0') {
      start = (text.charAt(word, 0) - '0') * YEARS;
    }
    return start >= 2 * YEARS && start % YEARS == 0 ? start : Double.NaN;
  }

  private static boolean isForeign(Reading reading, int word) {
    return reading.in(WordList.THIRD_PERSON, word - 1)
        || reading.in(WordList.BLOCKER, word - 1)
        || reading.text().gapLast(word) == '\'';
  }
}
