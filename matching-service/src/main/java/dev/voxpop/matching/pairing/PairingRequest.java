package dev.voxpop.matching.pairing;

import dev.voxpop.matching.assignment.Specification;
import dev.voxpop.matching.trait.LabelMap;
import dev.voxpop.matching.trait.TraitFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * People and stories to pair, and how.
 *
 * @param maps label maps of all traits that are used or filtered on
 * @param use traits of the product, in order
 * @param filter conditions on people and stories alike
 * @param undetermined what happens to a story of which a trait is undetermined
 * @param smoothing mass added to every label
 */
public record PairingRequest(
    List<Respondent> respondents,
    List<StoryTraits> stories,
    Map<String, LabelMap> maps,
    List<String> use,
    TraitFilter filter,
    Undetermined undetermined,
    double smoothing,
    Specification specification) {

  public PairingRequest {
    respondents = List.copyOf(respondents);
    stories = List.copyOf(stories);
    maps = Map.copyOf(new LinkedHashMap<>(maps));
    use = List.copyOf(use);
    if (use.isEmpty()) {
      throw new IllegalArgumentException(
          "No trait is named to match on.\nMaybe one of %s?".formatted(maps.keySet()));
    }
  }

  /** What happens to a story of which a trait is undetermined. */
  public enum Undetermined {
    /** The trait's factor is one over its number of labels. */
    UNIFORM,
    /** The story is left out. */
    EXCLUDE_STORY
  }
}
