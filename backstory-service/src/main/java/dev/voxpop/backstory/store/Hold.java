package dev.voxpop.backstory.store;

import java.util.Comparator;

/**
 * A try's hold on a batch.
 *
 * @param first first slot of the batch; {@link #CLOSING} for the closing of the pool
 * @param epoch number of the try
 */
public record Hold(String pool, String experiment, int first, int epoch)
    implements Comparable<Hold> {

  /** The batch that closes a pool. */
  public static final int CLOSING = -1;

  private static final Comparator<Hold> ORDER =
      Comparator.comparing(Hold::pool)
          .thenComparing(Hold::experiment)
          .thenComparingInt(Hold::first)
          .thenComparingInt(Hold::epoch);

  @Override
  public int compareTo(Hold other) {
    return ORDER.compare(this, other);
  }
}
