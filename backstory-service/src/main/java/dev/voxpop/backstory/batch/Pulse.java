package dev.voxpop.backstory.batch;

/** The sign of life of a running batch. */
@FunctionalInterface
public interface Pulse {

  /** Says how far the batch is, and hears whether it should go on. */
  Wish beat(Progress progress);

  /** What the other side wants. */
  enum Wish {
    GO_ON,
    /** The batch was cancelled. */
    CANCEL,
    /** This process is about to stop. */
    LEAVE
  }

  /** How far a batch is. */
  record Progress(int finished, int remaining, int parked) {}
}
