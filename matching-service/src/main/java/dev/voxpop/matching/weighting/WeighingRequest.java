package dev.voxpop.matching.weighting;

import dev.voxpop.matching.pairing.Respondent;
import dev.voxpop.matching.pairing.StoryTraits;
import dev.voxpop.matching.population.Membership;
import dev.voxpop.matching.trait.LabelMap;
import java.util.List;

/**
 * Personas to weigh, and people whose margins they should have.
 *
 * @param respondents people with their survey weights
 * @param stories what is known of the stories' traits
 * @param personas rows to weigh; several may share a story
 * @param traits label maps of the traits whose margins are met, in order
 */
public record WeighingRequest(
    List<Respondent> respondents,
    List<StoryTraits> stories,
    List<RakedPersona> personas,
    List<LabelMap> traits,
    Membership membership) {

  public WeighingRequest {
    respondents = List.copyOf(respondents);
    stories = List.copyOf(stories);
    personas = List.copyOf(personas);
    traits = List.copyOf(traits);
  }
}
