package dev.voxpop.analysis.tabular;

import dev.voxpop.analysis.comparison.PersonaWeighting;
import java.nio.file.Path;

/** How the personas of a file are weighted in the headline. */
public sealed interface PersonaWeights {

  /** Everybody counts once. */
  static PersonaWeights none() {
    return new Plain(PersonaWeighting.NONE);
  }

  /** As what is in the tables already: everybody once, every story once, or the matched person. */
  record Plain(PersonaWeighting weighting) implements PersonaWeights {}

  /**
   * By weights to a population, such as {@code ./voxpop rake} writes them.
   *
   * @param file table with the columns {@code persona} and {@code weight}
   * @param column column of a response that names its persona
   */
  record Raked(Path file, String column) implements PersonaWeights {}

  /** The same for a comparison. */
  default PersonaWeighting weighting() {
    return switch (this) {
      case Plain(PersonaWeighting chosen) -> chosen;
      case Raked _ -> PersonaWeighting.RAKED;
    };
  }
}
