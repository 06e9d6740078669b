package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.trait.Trait;
import java.util.Map;

/**
 * How often stories tell a trait: stated outright, only implied, or not at all.
 *
 * @param stated probability of a statement
 * @param implied probability of mere hints
 */
record Frankness(double stated, double implied) {
  private static final Map<Trait, Frankness> FREE =
      Map.of(
          Trait.AGE, new Frankness(0.72, 0.20),
          Trait.INCOME, new Frankness(0.30, 0.45),
          Trait.EDUCATION, new Frankness(0.66, 0.24),
          Trait.REGION, new Frankness(0.72, 0.18),
          Trait.GENDER, new Frankness(0.58, 0.32),
          Trait.RACE, new Frankness(0.40, 0.32),
          Trait.RELIGION, new Frankness(0.36, 0.36),
          Trait.PARTY, new Frankness(0.22, 0.38));

  /** A trait that the prompt has given is stated at this rate. */
  private static final Frankness GIVEN = new Frankness(0.93, 0.05);

  static Frankness of(Trait trait) {
    return FREE.getOrDefault(trait, GIVEN);
  }

  static Frankness given() {
    return GIVEN;
  }

  Grammar.Signal draw(Dice dice) {
    double u = dice.uniform();
    if (u < stated) {
      return Grammar.Signal.STATES;
    }
    return u < stated + implied ? Grammar.Signal.IMPLIES : Grammar.Signal.NEITHER;
  }
}
