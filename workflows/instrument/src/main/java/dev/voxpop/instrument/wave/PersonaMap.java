package dev.voxpop.instrument.wave;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the options of a persona's trait spread over a demographic's common labels.
 *
 * @param shares per option name the share of each label; an empty map for an option that maps to
 *     none; shares of an option sum to 1
 */
public record PersonaMap(Map<String, Map<String, Double>> shares) {
  public PersonaMap {
    Map<String, Map<String, Double>> copy = new LinkedHashMap<>();
    shares.forEach((option, labels) -> copy.put(option, ordered(labels)));
    shares = Collections.unmodifiableMap(copy);
  }

  /** Label shares of an option of the trait; empty when it maps to none. */
  public Map<String, Double> of(String option) {
    Map<String, Double> labels = shares.get(option);
    if (labels == null) {
      throw new IllegalArgumentException(
          "The persona map has no option %s.\nMaybe one of %s.".formatted(option, shares.keySet()));
    }
    return labels;
  }

  private static Map<String, Double> ordered(Map<String, Double> labels) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }
}
