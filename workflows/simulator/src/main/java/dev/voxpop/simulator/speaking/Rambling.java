package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.List;

/** Text that answers nothing: what a model writes when it has not understood. */
final class Rambling {
  private static final List<String> SENTENCES =
      List.of(
          "The weather turned last night and the gutters were full of leaves.",
          "There is a bench by the old depot where people wait for nothing in particular.",
          "Somebody left a radio on in the kitchen, and it played until morning.",
          "My uncle used to tell this differently, with more boats in it.",
          "One thing leads to another, as it does.",
          "The shop on the corner changed hands again, and the sign is crooked.",
          "It was the year of the big flood, or the year after.",
          "Nobody remembers who planted those roses.",
          "The kettle was on, the window was open, and the cat had gone.",
          "Then the bus came, late as ever, and we all got on.",
          "In those days the bridge was painted green.",
          "The letter had been in the drawer for years.",
          "He folded the map the wrong way, and that was that.",
          "Two ladders leaned against the wall, one shorter than the other.");

  private Rambling() {}

  static String sentences(Dice dice, int count) {
    List<String> left = new ArrayList<>(SENTENCES);
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(left.remove(dice.below(left.size())));
    }
    return String.join(" ", chosen);
  }
}
