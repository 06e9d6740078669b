package dev.voxpop.survey.store;

import java.util.Comparator;

/**
 * The hold that one try has on a batch.
 *
 * @param first first ordinal of the batch
 * @param epoch number of the try among all tries of the roster; a later one takes over
 */
record Hold(int roster, String experiment, int first, int epoch) implements Comparable<Hold> {
  private static final Comparator<Hold> ORDER =
      Comparator.comparingInt(Hold::roster)
          .thenComparing(Hold::experiment)
          .thenComparingInt(Hold::first)
          .thenComparingInt(Hold::epoch);

  @Override
  public int compareTo(Hold other) {
    return ORDER.compare(this, other);
  }
}
