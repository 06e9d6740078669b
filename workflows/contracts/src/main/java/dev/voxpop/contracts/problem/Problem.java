package dev.voxpop.contracts.problem;

import java.util.Comparator;

/**
 * One thing that is wrong, where it is, and what to do about it.
 *
 * @param pointer JSON Pointer (RFC 6901) of the place in the document; "" is the whole document
 * @param detail what was found and what is allowed, one sentence or two
 * @param suggestion the advice, without the leading "Maybe"; "" when there is none
 */
public record Problem(String pointer, String detail, String suggestion)
    implements Comparable<Problem> {

  /** At most this many problems are listed; the rest are counted. */
  public static final int MOST_LISTED = 20;

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::pointer)
          .thenComparing(Problem::detail)
          .thenComparing(Problem::suggestion);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** "pointer: detail" and, on a line of its own, the advice. */
  public String text() {
    String place = pointer.isEmpty() ? "(document)" : pointer;
    return place + ": " + detail + (suggestion.isEmpty() ? "" : "\n  Maybe " + suggestion);
  }
}
