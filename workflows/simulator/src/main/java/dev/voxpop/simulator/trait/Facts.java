package dev.voxpop.simulator.trait;

/** What a {@link Condition} can ask about a person. */
public interface Facts {
  /** A fact that is a number; NaN when there is none of this name. */
  double number(String name);

  /** A fact that is a word; empty when there is none of this name. */
  String word(String name);
}
