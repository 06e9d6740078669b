package dev.voxpop.matching.activity;

import dev.voxpop.contracts.bulk.TraitRow;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.hosting.peer.PeerPage;
import dev.voxpop.matching.config.MatchingConfig;
import dev.voxpop.matching.pairing.StoryTraits;
import dev.voxpop.matching.rest.SurveyTraits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The traits of a pool's stories, asked for once per matching, page by page. */
@ApplicationScoped
public class PoolTraits {

  private final SurveyTraits survey;
  private final int pageSize;

  @Inject
  public PoolTraits(SurveyTraits survey, MatchingConfig config) {
    this.survey = survey;
    this.pageSize = config.pageSize();
  }

  List<StoryTraits> of(String pool, String traitKey) {
    Map<String, Map<String, List<Double>>> stories = new LinkedHashMap<>();
    Optional<String> cursor = Optional.empty();
    do {
      PeerPage<TraitRow> page =
          survey
              .page(pool, traitKey, pageSize, cursor.orElse(null))
              .orElseThrow(
                  () ->
                      Failures.of(
                          FailureType.MISSING_DATA,
                          "The survey stage has no traits %s of pool %s.\nMaybe the traits were not asked yet?"
                              .formatted(traitKey, pool)));
      page.rows().forEach(row -> add(row, stories));
      cursor = page.next();
    } while (cursor.isPresent());
    return stories.entrySet().stream()
        .map(story -> new StoryTraits(story.getKey(), story.getValue()))
        .toList();
  }

  private static void add(TraitRow row, Map<String, Map<String, List<Double>>> stories) {
    Map<String, List<Double>> traits =
        stories.computeIfAbsent(row.story(), story -> new LinkedHashMap<>());
    List<Double> probabilities = row.probabilities();
    if (probabilities != null) {
      traits.put(row.trait(), probabilities);
    }
  }
}
