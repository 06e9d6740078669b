package dev.voxpop.analysis.matched;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person and the persona found for them, with everything that is known of the pair.
 *
 * @param status such as {@code matched} or {@code no_support}
 * @param story null unless matched
 * @param logWeight −∞ for a pair of weight 0
 * @param rank 1 + number of personas with a larger weight for this person
 * @param ratio weight ÷ best weight
 * @param ties personas that share the best weight
 * @param reuse people that share this persona
 */
public record PairDetail(
    String respondent,
    String status,
    @Nullable String story,
    double weight,
    double logWeight,
    int rank,
    double bestWeight,
    double ratio,
    int ties,
    int reuse,
    List<TraitFactor> traits) {

  /** Copies the list. */
  public PairDetail {
    traits = List.copyOf(traits);
  }

  /** One trait of a pair; null where the person's trait is missing or the persona's unknown. */
  public record TraitFactor(
      String trait,
      @Nullable Double factor,
      @Nullable String respondentLabel,
      @Nullable String storyLabel) {}
}
