package dev.voxpop.worker.workflow.planted;

/** Breaks a rule of the house on purpose. */
public final class Remembers {

  private static int runs;

  private Remembers() {}

  /** How often this was asked in this process. */
  public static int runs() {
    return runs++;
  }
}
