package dev.voxpop.survey.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An answer in normal form: its words, and the gaps of spaces and marks before, between and behind
 * them.
 *
 * <p>Gap i stands before word i; the last gap has the number of words as its index. A word is a run
 * of letters and digits; apostrophes and dots inside words and separators of thousands are gone.
 */
final class AnswerText {
  private static final int LETTERS_A_WORD = 4;

  // numbers that are kept of each word, side by side in one array
  private static final int FIELDS = 6;
  private static final int FROM = 0;
  private static final int TO = 1;
  private static final int RAW_START = 2;
  private static final int RAW_END = 3;
  private static final int ID = 4;
  private static final int SHAPE = 5;

  private final char[] chars;
  private int length;
  private int count;
  private int[] words;

  /** A text without words on so many of the given characters, which the scanner writes. */
  AnswerText(char[] chars, int length) {
    this.chars = chars;
    this.words = new int[FIELDS * (2 + length / LETTERS_A_WORD)];
  }

  /** What a word is made of. */
  enum Shape {
    /** Letters, or letters first. */
    LETTERS(0),
    /** Letters that ended in "n't". */
    DENYING(1),
    /** ASCII digits, perhaps with a decimal point. */
    NUMBER(2),
    /** ASCII digits, then letters. */
    MIXED(3);

    private static final Shape[] ALL = values();

    private final int code;

    Shape(int code) {
      this.code = code;
    }

    /** What a range of characters is made of, but for denial. */
    static Shape of(char[] chars, int from, int to) {
      if (!CharClass.isDigit(chars[from])) {
        return LETTERS;
      }
      int dots = 0;
      for (int i = from; i < to; i++) {
        dots += chars[i] == '.' ? 1 : 0;
        if (chars[i] != '.' && !CharClass.isDigit(chars[i])) {
          return MIXED;
        }
      }
      return dots > 1 ? MIXED : NUMBER;
    }
  }

  /** Begins a word whose characters follow in the array. */
  void begin(int from, int start) {
    int at = count * FIELDS;
    if (at == words.length) {
      words = Arrays.copyOf(words, words.length * 2);
    }
    words[at + FROM] = from;
    words[at + RAW_START] = start;
  }

  /** Ends the word that was begun last; only now it counts. */
  void end(int to, int end, int id, Shape shape) {
    int at = count * FIELDS;
    words[at + TO] = to;
    words[at + RAW_END] = end;
    words[at + ID] = id;
    words[at + SHAPE] = shape.code;
    count++;
  }

  /** Ends the text behind its last written character. */
  void close(int end) {
    this.length = end;
  }

  /** Number of words. */
  int count() {
    return count;
  }

  /** Whether there is nothing but space. */
  boolean isBlank() {
    return length == 0;
  }

  /** The word's number in the vocabulary. */
  int id(int word) {
    return words[word * FIELDS + ID];
  }

  Shape shape(int word) {
    return Shape.ALL[words[word * FIELDS + SHAPE]];
  }

  int rawStart(int word) {
    return words[word * FIELDS + RAW_START];
  }

  int rawEnd(int word) {
    return words[word * FIELDS + RAW_END];
  }

  /** Number of the word's characters. */
  int size(int word) {
    return to(word) - from(word);
  }

  /** A character of a word. */
  char charAt(int word, int index) {
    return chars[from(word) + index];
  }

  /** The word in its own case. */
  String word(int word) {
    return new String(chars, from(word), size(word));
  }

  /** All words in their own case. */
  List<String> words() {
    List<String> words = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      words.add(word(i));
    }
    return words;
  }

  /** Number of characters in a gap. */
  int gapSize(int gap) {
    return gapTo(gap) - gapFrom(gap);
  }

  /** A character of a gap, or 0 behind its end. */
  char gapAt(int gap, int index) {
    int at = gapFrom(gap) + index;
    return at < gapTo(gap) ? chars[at] : 0;
  }

  /** The last character of a gap, or 0. */
  char gapLast(int gap) {
    return gapSize(gap) == 0 ? 0 : chars[gapTo(gap) - 1];
  }

  /** Whether a gap holds anything but spaces. */
  boolean gapHasMark(int gap) {
    for (int i = gapFrom(gap); i < gapTo(gap); i++) {
      if (chars[i] != ' ') {
        return true;
      }
    }
    return false;
  }

  /** Whether every character of a gap is one of the given. */
  boolean gapOnly(int gap, String allowed) {
    for (int i = gapFrom(gap); i < gapTo(gap); i++) {
      if (allowed.indexOf(chars[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the words on both sides of a gap form a hyphenated compound. */
  boolean isHyphen(int gap) {
    return gap > 0 && gap < count && gapSize(gap) == 1 && chars[gapFrom(gap)] == '-';
  }

  private int gapFrom(int gap) {
    return gap == 0 ? 0 : to(gap - 1);
  }

  private int gapTo(int gap) {
    return gap == count ? length : from(gap);
  }

  private int from(int word) {
    return words[word * FIELDS + FROM];
  }

  private int to(int word) {
    return words[word * FIELDS + TO];
  }
}
