package dev.voxpop.simulator.reading;

import java.util.Optional;

/**
 * How options are marked: a symbol of a series (A B C, a b c or 1 2 3) between optional signs, then
 * a space.
 *
 * @param open the sign before the symbol, or empty
 * @param first the first symbol of the series
 * @param close the sign after the symbol, or empty
 */
public record MarkStyle(String open, char first, String close) {
  private static final String OPENING = "([{<";
  private static final String CLOSING = ")]}>.:";

  /** The style of a line that carries the first mark of a series. */
  static Optional<MarkStyle> ofFirst(String line) {
    int at = !line.isEmpty() && OPENING.indexOf(line.charAt(0)) >= 0 ? 1 : 0;
    if (line.length() < at + 3 || "Aa1".indexOf(line.charAt(at)) < 0) {
      return Optional.empty();
    }
    char after = line.charAt(at + 1);
    int closed = CLOSING.indexOf(after) >= 0 ? 1 : 0;
    int space = at + 1 + closed;
    boolean text =
        line.length() > space + 1 && line.charAt(space) == ' ' && !line.substring(space).isBlank();
    return text
        ? Optional.of(
            new MarkStyle(line.substring(0, at), line.charAt(at), line.substring(at + 1, space)))
        : Optional.empty();
  }

  /** The symbol at a displayed place. */
  public String symbol(int place) {
    return first == '1' ? String.valueOf(place + 1) : String.valueOf((char) (first + place));
  }

  /** The mark at a displayed place: symbol and signs. */
  public String mark(int place) {
    return open + symbol(place) + close;
  }

  /** Whether the symbols can name this many options. */
  boolean reaches(int options) {
    return first == '1' || options <= 26;
  }
}
