package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.chance.Dice;
import java.util.List;

/** Replies to the question whether one is willing. */
final class Consenting {
  /** The share of replies that agree. */
  static final double AGREEING = 0.85;

  private static final List<String> YES =
      List.of(
          "Yes.",
          "Yes, of course.",
          "Yes, go ahead.",
          "Yes, that is fine with me.",
          "Yes, I will do my best.",
          "Sure, yes.");
  private static final List<String> NO =
      List.of(
          "I would have to think about that.",
          "No, not today.",
          "Who is asking?",
          "It depends on what comes next.");

  private Consenting() {}

  static String speak(Dice dice) {
    return dice.pick(dice.happens(AGREEING) ? YES : NO);
  }
}
