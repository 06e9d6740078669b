package dev.voxpop.matching.weighting;

import java.util.List;

/**
 * One weight per persona in order of persona, and what was done; no weights when they could not be
 * found.
 */
public record WeighingResult(List<PersonaWeight> weights, WeighingReport report) {

  public WeighingResult {
    weights = List.copyOf(weights);
  }
}
