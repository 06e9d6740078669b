package dev.voxpop.matching.population;

import java.util.Arrays;
import java.util.List;

/**
 * Weights of personas in id order, and what they cost.
 *
 * @param rounds rounds over all traits
 * @param designEffect n · Σw² ÷ (Σw)²
 * @param effectiveSize (Σw)² ÷ Σw²
 * @param marginError largest remaining difference from a target; above 10⁻¹⁰ only after trimming
 */
public record RakedWeights(
    List<Double> weights,
    int rounds,
    double smallest,
    double largest,
    double designEffect,
    double effectiveSize,
    double marginError,
    List<MarginLine> before,
    List<MarginLine> after) {

  public RakedWeights {
    weights = List.copyOf(weights);
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  static RakedWeights of(
      double[] weights, int rounds, List<MarginLine> before, List<MarginLine> after) {
    double sum = Arrays.stream(weights).sum();
    double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
    return new RakedWeights(
        Arrays.stream(weights).boxed().toList(),
        rounds,
        Arrays.stream(weights).min().orElse(0),
        Arrays.stream(weights).max().orElse(0),
        weights.length * squares / (sum * sum),
        sum * sum / squares,
        after.stream().mapToDouble(MarginLine::error).max().orElse(0),
        before,
        after);
  }
}
