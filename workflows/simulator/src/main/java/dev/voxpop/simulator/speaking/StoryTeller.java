package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.chance.Keys;
import dev.voxpop.simulator.reading.Belief;
import dev.voxpop.simulator.society.Person;
import dev.voxpop.simulator.society.Society;
import dev.voxpop.simulator.trait.Trait;
import dev.voxpop.simulator.trait.Traits;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tells first-person life stories of 120 to 900 words. Without facts in the prompt the person comes
 * from the society, the young more often: a person of age a is taken with probability exp(−(a − 18)
 * / {@link #YOUTH}). Facts in the prompt are kept.
 */
final class StoryTeller {
  /**
   * The age difference in years that makes a person e times rarer among tellers than in the
   * society.
   */
  static final double YOUTH = 56;

  private static final long PERSONA = Keys.of(9, "persona");
  private static final int DUPLICATES = 12;
  private static final int LONGEST = 680;

  private final Society society;
  private final double flawed;

  /** A teller of whose stories this share is flawed. */
  StoryTeller(Society society, double flawed) {
    this.society = society;
    this.flawed = flawed;
  }

  /** A story of someone who fits the belief. */
  String tell(Belief belief, Dice dice) {
    Flaw flaw = Flaw.draw(dice, flawed);
    boolean free = belief.stated().isEmpty();
    Dice own =
        flaw == Flaw.NEAR_DUPLICATE && free
            ? Dice.of(Keys.mix(PERSONA, dice.below(DUPLICATES)))
            : dice;
    Person person = free ? anyone(own) : fitting(belief, own);
    StoryPlan plan = new StoryPlan(Biography.of(person, own), own);
    plan.traits(trait -> belief.stated().contains(trait) ? Frankness.given() : Frankness.of(trait));
    plan.opinions(flaw == Flaw.TOO_SHORT ? 2 : own.between(8, 12));
    plan.fillUpTo(flaw == Flaw.TOO_SHORT ? own.between(120, 200) : length(own));
    if (flaw == Flaw.CONTRADICTORY) {
      plan.append(contradiction(person.traits(), own));
    }
    return Spoiling.apply(flaw, plan.paragraphs(), dice);
  }

  private static int length(Dice dice) {
    return Math.clamp(Math.round(380 * Math.exp(0.28 * dice.normal())), 225, LONGEST);
  }

  private static String contradiction(Traits traits, Dice dice) {
    int other =
        traits.age() > 45
            ? traits.age() - dice.between(16, 25)
            : traits.age() + dice.between(16, 30);
    return "I am " + other + " years old now, and the years have been kind.";
  }

  private Person anyone(Dice dice) {
    long space = Keys.mix(PERSONA, dice.below(Integer.MAX_VALUE));
    long tries = 0;
    Person person = society.person(Keys.mix(space, tries));
    while (!dice.happens(Math.exp(-(person.traits().age() - Trait.YOUNGEST) / YOUTH))) {
      tries++;
      person = society.person(Keys.mix(space, tries));
    }
    return person;
  }

  private Person fitting(Belief belief, Dice dice) {
    Map<Trait, Integer> levels = new EnumMap<>(Trait.class);
    for (Trait trait : List.of(Trait.values())) {
      double[] shares = belief.levels(trait);
      for (int level = 0; level < shares.length; level++) {
        boolean excluded =
            !belief.statement(trait).isEmpty() && !belief.statement(trait).contains(level);
        shares[level] = excluded ? 0 : shares[level];
      }
      levels.put(trait, dice.index(shares));
    }
    int step = Trait.INCOME_STEP;
    int income = levels.getOrDefault(Trait.INCOME, 0) * step + dice.below(10) * step / 10;
    Traits traits = Traits.of(levels, Math.max(4_000, income));
    long key = Keys.mix(PERSONA, dice.below(Integer.MAX_VALUE));
    return society.personWith(traits, key);
  }
}
