package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.attitude.AttitudeBelief;
import dev.voxpop.simulator.attitude.AttitudeVector;
import dev.voxpop.simulator.question.Item;
import dev.voxpop.simulator.trait.LevelSet;

/** Something that a text tells about a person. */
public sealed interface Clue {
  /** A fact about a trait, said outright. */
  record Stated(LevelSet levels) implements Clue {}

  /** A hint at a trait: this many times likelier for people of these levels. */
  record Implied(LevelSet levels, double ratio) implements Clue {}

  /** A stance on something: a look along a direction. */
  record Opinion(AttitudeVector direction, double value) implements Clue {
    /** The variance of what is said around what is thought. */
    public static final double NOISE = 0.2;

    AttitudeBelief apply(AttitudeBelief belief) {
      return belief.observe(direction, value, NOISE);
    }
  }

  /** An answer to an opinion question; {@code option} is a place among the item's options. */
  record Answered(Item item, int option) implements Clue {
    /**
     * How much less an earlier answer counts than an honest one: models keep to what they said, but
     * loosely.
     */
    public static final double CAUTION = 2.5;

    AttitudeBelief apply(AttitudeBelief belief) {
      return item.learn(belief, option, CAUTION);
    }
  }
}
