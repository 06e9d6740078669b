package dev.voxpop.survey.answer;

import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.survey.answer.AnswerText.Shape;

/** The forms of a symbol in an answer: which words can be one, bracketed, marked or bare. */
final class SymbolShapes {
  /** The position of a word that is no symbol of the format. */
  static final int NONE = -1;

  private static final int LETTERS = 26;
  private static final String MARKS = ").:";
  private static final String TOUCHING = ".-'";
  private static final String TOUCHING_DIGITS = ".':";
  private static final String CURRENCY = "$\u00a3\u20ac\u00a5%";
  private static final int I = 'I' - 'A';

  private final Reading reading;
  private final AnswerText text;
  private final int mostDigits;

  SymbolShapes(Reading reading) {
    this.reading = reading;
    this.text = reading.text();
    this.mostDigits = Math.max(2, Integer.toString(reading.scale().size()).length());
  }

  /** Marks all words that look like symbols and stand where one can stand. */
  void mark() {
    for (int word = 0; word < text.count(); word++) {
      if (positionOf(word) != NONE && (isBracketed(word) || (isPlaced(word) && !isBareI(word)))) {
        reading.mark(word, Reading.SYMBOLISH);
      }
    }
  }

  /** The displayed position that a word names in any case, shown or not; else {@link #NONE}. */
  int positionOf(int word) {
    int position = reading.symbol() == Symbol.NUMBER ? number(word) : letter(word);
    return position == NONE || touchesWord(word) ? NONE : position;
  }

  /** Whether a word is a displayed symbol where one can stand. */
  boolean isShown(int word) {
    return reading.is(word, Reading.SYMBOLISH) && positionOf(word) < reading.scale().size();
  }

  /** Whether a symbol is in the format's own case. */
  boolean isOwnCase(int word) {
    return switch (reading.symbol()) {
      case UPPER -> isUpper(word);
      case LOWER -> !isUpper(word);
      case NUMBER -> true;
    };
  }

  /** Whether a symbol is an upper-case letter. */
  boolean isUpper(int word) {
    char c = text.charAt(word, 0);
    return c >= 'A' && c <= 'Z';
  }

  /** Whether the answer has no other word. */
  boolean isWhole(int word) {
    return word == 0 && text.count() == 1;
  }

  /** Whether a symbol stands behind an opening bracket that follows no word, and ends well. */
  boolean isBracketed(int word) {
    int size = text.gapSize(word);
    char last = text.gapLast(word);
    if ((last != '(' && last != '[') || (size == 1 && word > 0)) {
      return false;
    }
    return isClosed(word) || (!isBareI(word) && (isUpper(word) || !startsWithSpace(word + 1)));
  }

  /** Whether a symbol's closing bracket follows. */
  boolean isClosed(int word) {
    char next = text.gapAt(word + 1, 0);
    return next == ')' || next == ']';
  }

  /** Whether a symbol has a bracket, dot or colon behind it, and then space or the end. */
  boolean isMarked(int word) {
    char next = text.gapAt(word + 1, 0);
    if (next == 0 || MARKS.indexOf(next) < 0) {
      return false;
    }
    char after = text.gapAt(word + 1, 1);
    return after == 0 ? word + 1 == text.count() : after == ' ' || after == '"' || after == '\'';
  }

  /** Whether a symbol stands at the start or after a cue. */
  boolean isPlaced(int word) {
    return word == 0 || reading.is(word, Reading.AFTER_CUE);
  }

  /** Whether a word is the letter I without its marks, which is a pronoun. */
  boolean isBareI(int word) {
    return letter(word) == I && !isWhole(word) && !isClosed(word) && !isMarked(word);
  }

  private boolean startsWithSpace(int gap) {
    return text.gapAt(gap, 0) == ' ';
  }

  private int letter(int word) {
    if (text.size(word) != 1) {
      return NONE;
    }
    int position = Vocabulary.fold(text.charAt(word, 0)) - 'a';
    return position >= 0 && position < LETTERS ? position : NONE;
  }

  private int number(int word) {
    int size = text.size(word);
    if (text.shape(word) != Shape.NUMBER || size > mostDigits || text.charAt(word, 0) == '0') {
      return NONE;
    }
    int value = 0;
    for (int i = 0; i < size; i++) {
      char digit = text.charAt(word, i);
      if (digit == '.') {
        return NONE;
      }
      value = value * 10 + digit - '0';
    }
    return hasUnit(word) ? NONE : value - 1;
  }

  private boolean hasUnit(int word) {
    char before = text.gapLast(word);
    char after = text.gapAt(word + 1, 0);
    return (before != 0 && CURRENCY.indexOf(before) >= 0)
        || (after != 0 && CURRENCY.indexOf(after) >= 0);
  }

  // "e.g.", "A-level", "12:30", "2-door": one mark alone between this and another word
  private boolean touchesWord(int word) {
    return (word > 0 && touches(word, word, word - 1))
        || (word + 1 < text.count() && touches(word + 1, word, word + 1));
  }

  private boolean touches(int gap, int word, int other) {
    if (text.gapSize(gap) != 1) {
      return text.gapSize(gap) == 0;
    }
    char mark = text.gapAt(gap, 0);
    if (text.shape(word) != Shape.NUMBER) {
      return TOUCHING.indexOf(mark) >= 0;
    }
    return TOUCHING_DIGITS.indexOf(mark) >= 0 || (mark == '-' && text.shape(other) != Shape.NUMBER);
  }
}
