package dev.voxpop.contracts.experiment;

import java.util.List;
import java.util.Objects;

/**
 * What is computed.
 *
 * @param splits split-half rounds, 0 … 100,000
 * @param bootstrap resamples, 0 … 100,000
 * @param groupings names of groupings, two with a star between them to be crossed; empty = all of
 *     the wave
 * @param minN groups below this size are marked as small
 * @param intervals how intervals are read from resamples; a message without it means percentiles
 * @param adjust of p-values over groups; a message without it means Holm
 * @param ownGroupings groupings that the document declares itself; a message without them has none
 * @param weightedAlpha whether reliability is also computed with weights
 * @param raking of raked arms; a message without it means the defaults
 */
public record AnalysisChoice(
    int splits,
    int bootstrap,
    List<String> groupings,
    List<Reference> references,
    PersonaWeights weights,
    boolean sizeMatched,
    boolean perStory,
    int minN,
    IntervalMethod intervals,
    AdjustmentMethod adjust,
    boolean weightedAlpha,
    List<GroupingChoice> ownGroupings,
    RakingChoice raking) {

  /** Copies the lists; messages written before there was a choice have none. */
  public AnalysisChoice {
    groupings = List.copyOf(groupings);
    references = List.copyOf(references);
    intervals = Objects.requireNonNullElse(intervals, IntervalMethod.PERCENTILE);
    ownGroupings = List.copyOf(Objects.requireNonNullElse(ownGroupings, List.of()));
    adjust = Objects.requireNonNullElse(adjust, AdjustmentMethod.HOLM);
    raking = Objects.requireNonNullElse(raking, RakingChoice.defaults());
  }

  /** The defaults. */
  public static AnalysisChoice defaults() {
    return new AnalysisChoice(
        1000,
        1000,
        List.of(),
        List.of(Reference.UNIFORM),
        PersonaWeights.NONE,
        false,
        false,
        50,
        IntervalMethod.PERCENTILE,
        AdjustmentMethod.HOLM,
        false,
        List.of(),
        RakingChoice.defaults());
  }

  /**
   * The weights of an arm's personas: its own choice before this one. A baseline has no persona
   * that could be raked.
   */
  public PersonaWeights weightsOf(ArmSpec arm) {
    PersonaWeights chosen = arm.weights() == PersonaWeights.NONE ? weights : arm.weights();
    return chosen == PersonaWeights.RAKED && arm.pool() == null ? PersonaWeights.NONE : chosen;
  }
}
