package dev.voxpop.standalone.planted;

import java.time.Instant;

/** Breaks a rule of the house on purpose. */
public final class LooksAtTheWall {

  private LooksAtTheWall() {}

  /** The time on the wall. */
  public static Instant now() {
    return Instant.now();
  }
}
