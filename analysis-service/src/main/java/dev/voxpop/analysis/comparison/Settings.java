package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.distance.NominalEmd;
import java.util.List;

/**
 * How a comparison is made.
 *
 * @param seed root of all draws; each purpose derives its own from it
 * @param splits iterations of the human bound
 * @param bootstrap rounds of the intervals; 0 for none
 * @param smallN slices of fewer people or personas are marked
 */
public record Settings(
    long seed,
    int splits,
    int bootstrap,
    NominalEmd nominal,
    List<ReferenceArm> references,
    int smallN) {

  /** The usual size below which slices are marked. */
  public static final int SMALL = 50;

  /** Copies the list and checks the numbers. */
  public Settings {
    references = List.copyOf(references);
    if (splits < 0 || bootstrap < 0) {
      throw new IllegalArgumentException(
          "Splits "
              + splits
              + " and bootstrap "
              + bootstrap
              + " must not be negative.\nMaybe use 0 for none.");
    }
  }

  /** The usual settings: 1,000 splits and rounds, the uniform reference. */
  public static Settings standard(long seed) {
    return new Settings(seed, 1000, 1000, NominalEmd.ABSENT, List.of(ReferenceArm.UNIFORM), 50);
  }
}
