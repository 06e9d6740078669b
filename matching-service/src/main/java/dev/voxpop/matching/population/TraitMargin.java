package dev.voxpop.matching.population;

import dev.voxpop.matching.trait.TraitLabels;
import java.util.List;

/**
 * The share of every label of a trait in a population, rescaled to sum to one.
 *
 * @param change how much rescaling moved the sum; reported, and refused beyond .005
 */
public record TraitMargin(TraitLabels trait, List<Double> shares, double change) {

  private static final double MOST_CHANGE = 0.005;

  public TraitMargin {
    shares = List.copyOf(shares);
  }

  /** Returns the margin of shares that sum to about one. */
  public static TraitMargin of(TraitLabels trait, List<Double> shares) {
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    boolean negative = shares.stream().anyMatch(share -> !(share >= 0));
    if (shares.size() != trait.size() || negative || Math.abs(sum - 1) > MOST_CHANGE) {
      throw new IllegalArgumentException(
          "The margin of trait \"%s\" is %s, which sums to %s.\nMaybe it should be one share of at least 0 for each of %s?"
              .formatted(trait.trait(), shares, sum, trait.labels()));
    }
    return new TraitMargin(
        trait, shares.stream().map(share -> share / sum).toList(), Math.abs(sum - 1));
  }
}
