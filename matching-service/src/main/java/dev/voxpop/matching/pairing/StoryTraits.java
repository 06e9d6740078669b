package dev.voxpop.matching.pairing;

import dev.voxpop.matching.trait.LabelMap;
import dev.voxpop.matching.trait.LabelMass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a story's traits.
 *
 * @param story id of the story
 * @param masses per trait the count or probability of every substantive option; a trait without
 *     entry is undetermined
 */
public record StoryTraits(String story, Map<String, List<Double>> masses) {

  public StoryTraits {
    Map<String, List<Double>> copy = new LinkedHashMap<>();
    masses.forEach((trait, options) -> copy.put(trait, List.copyOf(options)));
    masses = Map.copyOf(copy);
  }

  /** Returns the story's mass per common label of a trait. */
  public LabelMass mass(LabelMap map) {
    List<Double> options = masses.get(map.labels().trait());
    return options == null ? map.noMass() : map.massOf(options);
  }
}
