package dev.voxpop.instrument.wave;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Weighted population shares per trait.
 *
 * @param shares per trait the share of every label; shares of a trait sum to 1
 */
public record Margins(Map<String, Map<String, Double>> shares) {
  public Margins {
    Map<String, Map<String, Double>> copy = new LinkedHashMap<>();
    shares.forEach((trait, labels) -> copy.put(trait, rescaled(labels)));
    shares = Collections.unmodifiableMap(copy);
  }

  /** Shares of a trait's labels, or empty. */
  public Optional<Map<String, Double>> of(String trait) {
    return Optional.ofNullable(shares.get(trait));
  }

  private static Map<String, Double> rescaled(Map<String, Double> labels) {
    double sum = labels.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Double> rescaled = new LinkedHashMap<>();
    labels.forEach((label, share) -> rescaled.put(label, share / sum));
    return Collections.unmodifiableMap(rescaled);
  }
}
