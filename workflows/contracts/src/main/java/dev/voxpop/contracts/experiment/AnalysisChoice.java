package dev.voxpop.contracts.experiment;

import java.util.List;

/**
 * What is computed.
 *
 * @param splits split-half rounds, 0 … 100,000
 * @param bootstrap resamples, 0 … 100,000
 * @param groupings ids of groupings; empty = all of the wave
 * @param minN groups below this size are marked as small
 */
public record AnalysisChoice(
    int splits,
    int bootstrap,
    List<String> groupings,
    List<Reference> references,
    PersonaWeights weights,
    boolean sizeMatched,
    boolean perStory,
    int minN) {

  /** Copies the lists. */
  public AnalysisChoice {
    groupings = List.copyOf(groupings);
    references = List.copyOf(references);
  }

  /** The defaults. */
  public static AnalysisChoice defaults() {
    return new AnalysisChoice(
        1000, 1000, List.of(), List.of(Reference.UNIFORM), PersonaWeights.NONE, false, false, 50);
  }
}
