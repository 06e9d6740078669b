package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.chance.Dice;
import java.util.Arrays;
import java.util.List;

/** What is wrong with a story on purpose, with its weight among the flaws. */
enum Flaw {
  NONE(0),
  TOO_SHORT(8),
  INTERVIEW(4),
  THIRD_PERSON(4),
  CONTRADICTORY(4),
  CUT_OFF(2),
  NEAR_DUPLICATE(2);

  private static final List<Flaw> ALL = List.of(values());
  private static final double[] WEIGHTS =
      Arrays.stream(values()).mapToDouble(flaw -> flaw.weight).toArray();

  private final int weight;

  Flaw(int weight) {
    this.weight = weight;
  }

  /** A flaw, or none: one of them at the given rate. */
  static Flaw draw(Dice dice, double rate) {
    return dice.happens(rate) ? ALL.get(dice.index(WEIGHTS)) : NONE;
  }
}
