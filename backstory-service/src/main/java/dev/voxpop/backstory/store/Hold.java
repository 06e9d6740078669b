package dev.voxpop.backstory.store;

/**
 * A try's hold on a batch.
 *
 * @param first first slot of the batch; {@link #CLOSING} for the closing of the pool
 * @param epoch number of the try
 */
public record Hold(String pool, String experiment, int first, int epoch) {

  /** The batch that closes a pool. */
  public static final int CLOSING = -1;
}
