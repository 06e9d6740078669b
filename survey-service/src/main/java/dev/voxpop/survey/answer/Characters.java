package dev.voxpop.survey.answer;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a text after compatibility normalisation (NFKC), with straight quotes, plain
 * hyphens and plain spaces, each with its place in the raw text.
 *
 * <p>Text is normalised cluster by cluster: a code point with the combining marks behind it. All
 * characters of a cluster share the cluster's place. ASCII, the usual case, is copied.
 */
final class Characters {
  private static final String SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4";
  private static final String DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb";
  private static final int LONGEST_CLUSTER = 32;

  private char[] chars;
  private int length;
  private int @Nullable [] starts;
  private int @Nullable [] ends;
  private final int offset;

  private Characters(char[] chars, int offset) {
    this.chars = chars;
    this.offset = offset;
  }

  /** The characters of a range of a raw text. */
  static Characters of(String raw, int from, int to) {
    char[] chars = new char[to - from];
    raw.getChars(from, to, chars, 0);
    Characters characters = new Characters(chars, from);
    if (isAscii(chars)) {
      characters.length = chars.length;
    } else {
      characters.expand(raw, from, to);
    }
    return characters;
  }

  /** The characters themselves, for a scanner that compacts them in place. */
  char[] array() {
    return chars;
  }

  int length() {
    return length;
  }

  /** The character at an index, or 0 behind the end. */
  char at(int index) {
    return index < length ? chars[index] : 0;
  }

  /** Where a character's cluster begins in the raw text. */
  int rawStart(int index) {
    return starts == null ? offset + index : starts[index];
  }

  /** Where a character's cluster ends in the raw text. */
  int rawEnd(int index) {
    return ends == null ? offset + index + 1 : ends[index];
  }

  private static boolean isAscii(char[] chars) {
    for (char c : chars) {
      if (c >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private void expand(String raw, int from, int to) {
    int capacity = to - from + 8;
    chars = new char[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    int i = from;
    while (i < to) {
      int end = clusterEnd(raw, i, to);
      if (end == i + 1 && raw.charAt(i) < 0x80) {
        append(raw.charAt(i), i, end);
      } else {
        appendNormalised(raw.substring(i, end), i, end);
      }
      i = end;
    }
  }

  private static int clusterEnd(String raw, int from, int to) {
    int end = Math.min(to, from + Character.charCount(raw.codePointAt(from)));
    while (end < to && end - from < LONGEST_CLUSTER && isCombining(raw.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isCombining(char c) {
    return c >= 0x300
        && switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  private void appendNormalised(String cluster, int start, int end) {
    char first = plain(cluster.charAt(0));
    if (cluster.length() == 1 && first < 0x80) {
      append(first, start, end);
      return;
    }
    String normal = Normalizer.normalize(cluster, Normalizer.Form.NFKC);
    for (int i = 0; i < normal.length(); i++) {
      append(plain(normal.charAt(i)), start, end);
    }
  }

  // 0 stands for characters without width, which are dropped
  private static char plain(char c) {
    if (c < 0x80) {
      return c;
    }
    if (SINGLE_QUOTES.indexOf(c) >= 0) {
      return '\'';
    }
    if (DOUBLE_QUOTES.indexOf(c) >= 0) {
      return '"';
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
      return ' ';
    }
    return switch (Character.getType(c)) {
      case Character.DASH_PUNCTUATION -> '-';
      case Character.FORMAT -> 0;
      default -> c == '\u2212' ? '-' : c >= '\ufe00' && c <= '\ufe0f' ? 0 : c;
    };
  }

  private void append(char c, int start, int end) {
    if (c == 0 || starts == null || ends == null) {
      return;
    }
    if (length == chars.length) {
      int capacity = length * 2;
      chars = Arrays.copyOf(chars, capacity);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
    }
    chars[length] = c;
    starts[length] = start;
    ends[length] = end;
    length++;
  }
}
