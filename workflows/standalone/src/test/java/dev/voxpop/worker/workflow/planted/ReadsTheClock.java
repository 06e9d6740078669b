package dev.voxpop.worker.workflow.planted;

/** Breaks a rule of the house on purpose. */
public final class ReadsTheClock {

  private ReadsTheClock() {}

  /** The time of the machine. */
  public static long now() {
    return System.nanoTime();
  }
}
