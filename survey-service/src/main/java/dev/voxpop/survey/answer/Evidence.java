package dev.voxpop.survey.answer;

import java.util.Objects;

/**
 * A place in the raw text that counted when an answer was read.
 *
 * @param option original index of the option it speaks for, or {@link #NO_OPTION}
 * @param start index of the first character in the raw text
 * @param end index behind the last character
 */
public record Evidence(Kind kind, int option, int start, int end) {
  /** The option of evidence that speaks for none. */
  public static final int NO_OPTION = -1;

  public Evidence {
    Objects.requireNonNull(kind);
    if (option < NO_OPTION || start < 0 || end < start) {
      throw new IllegalArgumentException(
          "Evidence for option %d from %d to %d is no place in a text.\nMaybe its bounds are swapped."
              .formatted(option, start, end));
    }
  }

  /** What stood there. */
  public enum Kind {
    /** A displayed symbol. */
    SYMBOL,
    /** An option's text or alias. */
    TEXT,
    /** A number or range that touches the option. */
    QUANTITY,
    /** A symbol that was not displayed. */
    UNKNOWN_SYMBOL,
    /** A number or range that touches no option. */
    OUT_OF_RANGE,
    /** A phrase that declines to answer. */
    REFUSAL_PHRASE,
    /** A phrase that says "don't know". */
    DONT_KNOW_PHRASE,
    /** A symbol, text or number that is denied. */
    NEGATED
  }
}
