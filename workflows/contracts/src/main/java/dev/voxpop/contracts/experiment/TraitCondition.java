package dev.voxpop.contracts.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one trait: its label is one of these.
 *
 * @param trait trait id, for instance {@code age_4}
 * @param labels common labels of the wave
 * @param minProbability for personas: at least this mass on the labels; null = the modal label
 */
public record TraitCondition(String trait, List<String> labels, @Nullable Double minProbability) {

  /** Copies the list. */
  public TraitCondition {
    labels = List.copyOf(labels);
  }
}
