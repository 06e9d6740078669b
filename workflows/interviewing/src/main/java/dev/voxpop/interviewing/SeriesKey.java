package dev.voxpop.interviewing;

import java.util.Comparator;

/**
 * The name of a series of questions.
 *
 * @param roster key of the roster
 * @param member ordinal of the one who is asked
 * @param repeat which of the independent series, from 0
 */
public record SeriesKey(int roster, int member, int repeat) implements Comparable<SeriesKey> {
  private static final Comparator<SeriesKey> ORDER =
      Comparator.comparingInt(SeriesKey::roster)
          .thenComparingInt(SeriesKey::member)
          .thenComparingInt(SeriesKey::repeat);

  @Override
  public int compareTo(SeriesKey other) {
    return ORDER.compare(this, other);
  }
}
