package dev.voxpop.simulator.speaking;

import java.util.ArrayList;
import java.util.List;

/**
 * The simulator's tokeniser: a token is up to six letters or digits with the space before them, or
 * one other character with the space before it. Counting needs no memory; 1,000 characters cost
 * about a microsecond.
 */
final class Tokens {
  private static final int LONGEST = 6;

  private Tokens() {}

  /** The number of tokens of a text. */
  static int count(CharSequence text) {
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      at = end(text, at);
      count++;
    }
    return count;
  }

  /** The tokens of a text; joined they are the text. */
  static List<String> split(String text) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      tokens.add(text.substring(at, end));
      at = end;
    }
    return tokens;
  }

  /** The length of the text's first {@code limit} tokens. */
  static int lengthOf(String text, int limit) {
    int at = 0;
    for (int i = 0; i < limit && at < text.length(); i++) {
      at = end(text, at);
    }
    return at;
  }

  private static int end(CharSequence text, int start) {
    int at = start;
    if (text.charAt(at) == ' ' && at + 1 < text.length() && text.charAt(at + 1) != ' ') {
      at++;
    }
    int letters = 0;
    while (at + letters < text.length()
        && letters < LONGEST
        && Character.isLetterOrDigit(text.charAt(at + letters))) {
      letters++;
    }
    if (letters > 0) {
      return at + letters;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(at)) && at + 1 < text.length();
    return at + (pair ? 2 : 1);
  }
}
