package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.chance.Dice;

/** What is wrong with a story on purpose, and how often. */
enum Flaw {
  NONE(0.76),
  TOO_SHORT(0.08),
  INTERVIEW(0.04),
  THIRD_PERSON(0.04),
  CONTRADICTORY(0.04),
  CUT_OFF(0.02),
  NEAR_DUPLICATE(0.02);

  private final double share;

  Flaw(double share) {
    this.share = share;
  }

  static Flaw draw(Dice dice) {
    double left = dice.uniform();
    for (Flaw flaw : values()) {
      left -= flaw.share;
      if (left < 0) {
        return flaw;
      }
    }
    return NONE;
  }
}
