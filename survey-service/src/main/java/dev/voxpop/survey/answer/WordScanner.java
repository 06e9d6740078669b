package dev.voxpop.survey.answer;

import dev.voxpop.survey.answer.AnswerText.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A scanner that turns normalised characters into words and gaps, in one pass and in place.
 *
 * <p>It drops Markdown marks, the frames of {@code \boxed{…}} and its kind, apostrophes and dots
 * inside words, and separators of thousands, and it makes one space of many. Ideographs and kana
 * are words of their own; so are pictographs that the vocabulary knows.
 */
final class WordScanner {
  private static final int GROUP = 3;

  private final Characters in;
  private final char[] out;
  private final AnswerText text;
  private final @Nullable Vocabulary vocabulary;
  private int written;
  private int wordFrom = -1;
  private int rawTo;
  // digits since the word began or since its last separator; -1 once it is no plain number
  private int digits;
  private boolean denying;
  private int frames;

  private WordScanner(Characters in, @Nullable Vocabulary vocabulary) {
    this.in = in;
    this.out = in.array();
    this.text = new AnswerText(out, in.length());
    this.vocabulary = vocabulary;
  }

  /** The words of an answer, numbered by the vocabulary. */
  static AnswerText scan(Characters in, Vocabulary vocabulary) {
    return new WordScanner(in, vocabulary).run();
  }

  /** The words of a phrase, without numbers. */
  static AnswerText scan(String phrase) {
    return new WordScanner(Characters.of(phrase, 0, phrase.length()), null).run();
  }

  private AnswerText run() {
    int read = 0;
    while (read < in.length()) {
      read = step(read);
    }
    closeWord();
    while (written > 0 && out[written - 1] == ' ') {
      written--;
    }
    text.close(written);
    return text;
  }

  // the written end never overtakes the reading place, so the array can be shared
  private int step(int at) {
    char c = in.at(at);
    if (CharClass.isWordPart(c)) {
      return word(at, 1);
    }
    return switch (c) {
      case '\'' -> apostrophe(at);
      case '.' -> dot(at);
      case ',' -> comma(at);
      case '*', '`', '~', '_' -> emphasis(at);
      case '#', '>' -> lineMark(at);
      case '\\' -> command(at);
      case '}' -> closing(at);
      default -> c <= ' ' || c == 0x7f ? space(at) : other(at, c);
    };
  }

  private int word(int at, int size) {
    boolean alone = size > 1 || CharClass.standsAlone(in.at(at));
    if (wordFrom < 0 || alone || CharClass.standsAlone(out[written - 1])) {
      closeWord();
      wordFrom = written;
      text.begin(written, in.rawStart(at));
      digits = 0;
      denying = false;
    }
    for (int i = 0; i < size; i++) {
      out[written++] = in.at(at + i);
    }
    digits = digits >= 0 && CharClass.isDigit(out[written - 1]) ? digits + 1 : -1;
    rawTo = in.rawEnd(at + size - 1);
    return at + size;
  }

  private void closeWord() {
    if (wordFrom < 0) {
      return;
    }
    int id = vocabulary == null ? Vocabulary.UNKNOWN : vocabulary.idOf(out, wordFrom, written);
    Shape shape = denying ? Shape.DENYING : Shape.of(out, wordFrom, written);
    text.end(written, rawTo, id, shape);
    wordFrom = -1;
  }

  private int gap(int at) {
    char c = in.at(at);
    closeWord();
    out[written++] = c;
    return at + 1;
  }

  private int space(int at) {
    closeWord();
    if (written > 0 && out[written - 1] != ' ') {
      out[written++] = ' ';
    }
    return at + 1;
  }

  private int apostrophe(int at) {
    char next = in.at(at + 1);
    if (wordFrom < 0 || !Character.isLetter(next)) {
      return gap(at);
    }
    denying =
        Vocabulary.fold(out[written - 1]) == 'n'
            && Vocabulary.fold(next) == 't'
            && !CharClass.isWordPart(in.at(at + 2));
    return at + 1;
  }

  private int dot(int at) {
    char next = in.at(at + 1);
    if (wordFrom < 0 || !CharClass.isWordPart(next)) {
      return gap(at);
    }
    char last = out[written - 1];
    if (CharClass.isDigit(last) && CharClass.isDigit(next)) {
      out[written++] = '.';
      digits = -1;
      return at + 1;
    }
    return Character.isLetter(last) && Character.isLetter(next) ? at + 1 : gap(at);
  }

  private int comma(int at) {
    boolean groups = wordFrom >= 0 && digits > 0 && digits <= GROUP;
    for (int i = 1; groups && i <= GROUP; i++) {
      groups = CharClass.isDigit(in.at(at + i));
    }
    if (!groups || CharClass.isDigit(in.at(at + GROUP + 1))) {
      return gap(at);
    }
    digits = 0;
    return at + 1;
  }

  private int emphasis(int at) {
    if (wordFrom < 0 || !CharClass.isWordPart(in.at(at + 1))) {
      return at + 1;
    }
    return space(at);
  }

  private int lineMark(int at) {
    boolean first = written == 0 || out[written - 1] == ' ';
    char next = in.at(at + 1);
    return first && (next == ' ' || next == '#' || next == 0) ? at + 1 : gap(at);
  }

  private int command(int at) {
    int end = Frames.end(in, at);
    frames += end < 0 ? 0 : 1;
    return end < 0 ? at + 1 : end;
  }

  private int closing(int at) {
    if (frames == 0) {
      return gap(at);
    }
    frames--;
    return at + 1;
  }

  private int other(int at, char c) {
    if (Character.isHighSurrogate(c) && Character.isLowSurrogate(in.at(at + 1))) {
      int codePoint = Character.toCodePoint(c, in.at(at + 1));
      return Character.isLetterOrDigit(codePoint) || knows(at, 2) ? word(at, 2) : pair(at);
    }
    return CharClass.isPictograph(c) && knows(at, 1) ? word(at, 1) : gap(at);
  }

  private int pair(int at) {
    gap(at);
    return gap(at + 1);
  }

  private boolean knows(int at, int size) {
    return vocabulary == null || vocabulary.idOf(out, at, at + size) != Vocabulary.UNKNOWN;
  }
}
