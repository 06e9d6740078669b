package dev.voxpop.survey.answer;

import dev.voxpop.survey.answer.AnswerText.Shape;

/**
 * The mark of denial on every word that a negator precedes in its clause.
 *
 * <p>A clause ends at . , ; : ! ? and brackets, except a symbol's own, and at words such as "but".
 * Negators inside accepted phrases, idioms and comparisons deny nothing; "non" denies one word.
 */
final class Negation {
  private static final String CLAUSE_END = ".,;:!?()[]";

  private final Reading reading;
  private final AnswerText text;

  private Negation(Reading reading) {
    this.reading = reading;
    this.text = reading.text();
  }

  /** Marks denied words, one pass from left to right. */
  static void run(Reading reading) {
    new Negation(reading).mark();
  }

  private void mark() {
    boolean denied = false;
    for (int word = 0; word < text.count(); word++) {
      denied &= !endsClause(word) && !isClauseWord(word);
      if (denied || (word > 0 && reading.in(WordList.NEXT_NEGATOR, word - 1))) {
        reading.mark(word, Reading.DENIED);
      }
      denied |= isNegator(word);
    }
  }

  private boolean isClauseWord(int word) {
    return reading.in(WordList.CLAUSE_WORD, word) && !reading.is(word, Reading.MASKED);
  }

  private boolean isNegator(int word) {
    if (reading.is(word, Reading.MASKED | Reading.QUIET)) {
      return false;
    }
    return reading.in(WordList.NEGATOR, word)
        || text.shape(word) == Shape.DENYING
        || reading.is(word, Reading.DENIAL);
  }

  private boolean endsClause(int gap) {
    int size = text.gapSize(gap);
    int first = gap > 0 && reading.is(gap - 1, Reading.SYMBOLISH) && isClosing(gap) ? 1 : 0;
    int last = reading.is(gap, Reading.SYMBOLISH) && isOpening(gap) ? size - 1 : size;
    for (int i = first; i < last; i++) {
      if (CLAUSE_END.indexOf(text.gapAt(gap, i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isClosing(int gap) {
    char first = text.gapAt(gap, 0);
    return first == ')' || first == ']';
  }

  private boolean isOpening(int gap) {
    char last = text.gapLast(gap);
    return last == '(' || last == '[';
  }
}
