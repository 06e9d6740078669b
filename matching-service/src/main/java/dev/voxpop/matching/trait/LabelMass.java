package dev.voxpop.matching.trait;

import java.util.List;

/**
 * A persona's mass per common label of one trait.
 *
 * @param masses counts or probabilities per label, not normalised; all 0 when undetermined
 * @param excluded share of the persona's mass that has no label
 */
public record LabelMass(List<Double> masses, double excluded) {

  public LabelMass {
    masses = List.copyOf(masses);
  }
}
