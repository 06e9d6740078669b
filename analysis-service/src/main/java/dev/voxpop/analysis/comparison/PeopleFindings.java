package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.structure.CorrelationMatrix;
import dev.voxpop.analysis.structure.Preset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is known of the people.
 *
 * @param n rows
 * @param effective (Σω)²/Σω²
 * @param zeroWeights rows of weight 0
 * @param distributions weighted shares by question
 * @param matrices correlations by preset
 * @param refusals weighted refusal share by question; absent shares where nobody was asked
 */
public record PeopleFindings(
    int n,
    double effective,
    int zeroWeights,
    List<Distribution> distributions,
    Map<Preset, CorrelationMatrix> matrices,
    Reliability reliability,
    List<Distribution> refusals) {

  /** Copies the collections. */
  public PeopleFindings {
    distributions = List.copyOf(distributions);
    matrices = Map.copyOf(matrices);
    refusals = List.copyOf(refusals);
  }

  /** Correlations of one preset. */
  public CorrelationMatrix matrix(Preset preset) {
    return Objects.requireNonNull(matrices.get(preset));
  }
}
