package dev.voxpop.interviewing;

/** The sign of life of a running batch. */
@FunctionalInterface
public interface Pulse {
  /** Says how far the batch is, and hears whether it should go on. */
  Wish beat(Counters counters);

  /** What the other side wants. */
  enum Wish {
    GO_ON,
    /** The batch was cancelled. */
    CANCEL,
    /** This process is about to stop. */
    LEAVE
  }

  /** How far a batch is. */
  record Counters(int finished, int remaining, int parked, long answered) {}
}
