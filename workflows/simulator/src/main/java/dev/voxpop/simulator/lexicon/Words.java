package dev.voxpop.simulator.lexicon;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as words: lower case, without apostrophes, numbers without thousands separators, the signs
 * $ + % as words of their own, and for each word the sentence it stands in.
 */
public final class Words {
  private final List<String> words = new ArrayList<>();
  private final List<Integer> sentences = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int sentence;

  private Words() {}

  /** The words of a text. */
  public static Words of(String text) {
    Words words = new Words();
    for (int i = 0; i < text.length(); i++) {
      words.take(text, i);
    }
    words.flush();
    return words;
  }

  /**
   * The words of a text, joined by single spaces: the normal form under which wordings are
   * compared.
   */
  public static String normal(String text) {
    return String.join(" ", of(text).words);
  }

  /** How many words. */
  public int size() {
    return words.size();
  }

  /** The word at a place; empty outside the text. */
  public String at(int place) {
    return place >= 0 && place < words.size() ? words.get(place) : "";
  }

  /** The words as a list that must not be changed. */
  public List<String> list() {
    return List.copyOf(words);
  }

  /** Whether two places stand in one sentence. */
  public boolean together(int first, int second) {
    return first >= 0
        && second >= 0
        && second < size()
        && first < size()
        && sentences.get(first).equals(sentences.get(second));
  }

  /** The first place of the sentence that a place stands in. */
  public int start(int place) {
    int at = place;
    while (at > 0 && together(at - 1, place)) {
      at--;
    }
    return at;
  }

  /** The place after the last word of the sentence that a place stands in. */
  public int end(int place) {
    int at = place + 1;
    while (at < size() && together(at, place)) {
      at++;
    }
    return at;
  }

  /**
   * The number at a place, with its suffix or following magnitude word applied; NaN when there is
   * none.
   */
  public double number(int place) {
    String text = at(place);
    if (text.isEmpty() || !isDigit(text.charAt(0))) {
      return Double.NaN;
    }
    int digits = digits(text);
    String suffix = digits < text.length() ? text.substring(digits) : at(place + 1);
    double value = digits > 12 ? Double.NaN : Double.parseDouble(text.substring(0, digits));
    return switch (suffix) {
      case "k", "thousand", "grand" -> value * 1_000;
      case "m", "million" -> value * 1_000_000;
      default -> value;
    };
  }

  private static int digits(String text) {
    int at = 0;
    int dots = 0;
    while (at < text.length()
        && (isDigit(text.charAt(at)) || (text.charAt(at) == '.' && dots++ == 0))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void take(String text, int i) {
    char c = text.charAt(i);
    if (Character.isLetterOrDigit(c)) {
      word.append(Character.toLowerCase(c));
    } else if (c == '\'' || c == '\u2019' || inNumber(text, i)) {
      if (c == '.') {
        word.append(c);
      }
    } else {
      flush();
      sign(text, i, c);
    }
  }

  private static boolean inNumber(String text, int i) {
    char c = text.charAt(i);
    return (c == ',' || c == '.')
        && i > 0
        && i + 1 < text.length()
        && isDigit(text.charAt(i - 1))
        && isDigit(text.charAt(i + 1));
  }

  private void sign(String text, int i, char c) {
    if (c == '$' || c == '+' || c == '%') {
      words.add(String.valueOf(c));
      sentences.add(sentence);
    }
    boolean dot =
        c == '.' && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)));
    if (dot || c == '!' || c == '?' || c == '\n' || c == ';') {
      sentence++;
    }
  }

  private void flush() {
    if (!word.isEmpty()) {
      words.add(word.toString());
      sentences.add(sentence);
      word.setLength(0);
    }
  }
}
