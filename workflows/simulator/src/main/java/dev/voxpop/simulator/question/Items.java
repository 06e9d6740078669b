package dev.voxpop.simulator.question;

import dev.voxpop.simulator.attitude.AttitudeVector;
import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.chance.Keys;
import dev.voxpop.simulator.lexicon.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the society understands any question: loadings from a keyed hash of the normalised wording,
 * blended with the topic dictionary where it knows a word. Equal wordings with equal options give
 * the same item in any order of display.
 */
public final class Items {
  /** The weight of the hashed direction against the dictionary's unit direction. */
  public static final double HASH_WEIGHT = 0.55;

  private static final long KEY = 0x566F78506F706CL;

  private Items() {}

  /** The item of a wording with its answering options (no refusals). */
  public static Item of(String question, List<String> options) {
    if (options.isEmpty()) {
      throw new IllegalArgumentException(
          "No option for: " + question + ".\nMaybe all of its options are refusals.");
    }
    long key = Keys.of(KEY, Words.normal(question));
    Optional<Scale> scale = Scale.of(options);
    return scale.isPresent()
        ? OrdinalItem.of(blend(key, question), scale.get(), Dice.of(Keys.mix(key, options.size())))
        : nominal(key, options);
  }

  private static Item nominal(long key, List<String> options) {
    List<Long> keys = new ArrayList<>();
    List<AttitudeVector> loadings = new ArrayList<>();
    for (String option : options) {
      long own = Keys.of(key, Words.normal(option));
      keys.add(own);
      loadings.add(blend(own, option));
    }
    return NominalItem.of(keys, loadings);
  }

  private static AttitudeVector blend(long key, String wording) {
    AttitudeVector hashed = AttitudeVector.direction(Dice.of(key));
    AttitudeVector known = Topics.direction(wording);
    return known.length() < 1e-9 ? hashed : known.unit().plus(hashed, HASH_WEIGHT).unit();
  }
}
