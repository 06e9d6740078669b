package dev.voxpop.matching.population;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How personas are raked.
 *
 * @param base weights to stay near to, by persona in id order; empty for one each
 * @param trim range of weights around their mean, if they are trimmed
 */
public record RakingOptions(Membership membership, List<Double> base, Optional<Trim> trim) {

  public RakingOptions {
    base = List.copyOf(base);
    for (double weight : base) {
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException(
            "%s is no base weight.\nMaybe use a finite number of at least 0?".formatted(weight));
      }
    }
    if (!base.isEmpty() && base.stream().allMatch(weight -> weight == 0)) {
      throw new IllegalArgumentException(
          "All base weights are 0.\nMaybe the wrong column was read?");
    }
  }

  /** Returns options without base weights and trimming. */
  public static RakingOptions of(Membership membership) {
    return new RakingOptions(membership, List.of(), Optional.empty());
  }

  public RakingOptions withBase(List<Double> weights) {
    return new RakingOptions(membership, weights, trim);
  }

  public RakingOptions withTrim(Trim range) {
    return new RakingOptions(membership, base, Optional.of(range));
  }

  double[] base(int personas) {
    List<Double> weights = base.isEmpty() ? Collections.nCopies(personas, 1.0) : base;
    if (weights.size() != personas) {
      throw new IllegalArgumentException(
          "%d base weights are given for %d personas.\nMaybe some were filtered?"
              .formatted(weights.size(), personas));
    }
    return weights.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
