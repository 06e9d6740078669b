package dev.voxpop.standalone.planted;

import java.util.Random;

/** Breaks a rule of the house on purpose. */
public final class ThrowsDice {

  private ThrowsDice() {}

  /** Another number every time. */
  public static int roll() {
    return new Random().nextInt();
  }
}
