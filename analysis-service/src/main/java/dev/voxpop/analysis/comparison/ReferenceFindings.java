package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.MeanDistance;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.structure.MatrixDistance;
import java.util.List;
import java.util.Optional;

/**
 * What a reference arm would score.
 *
 * @param structure against independent questions; empty when correlations do not exist
 * @param alpha 0 for independent questions; NaN when it does not exist
 */
public record ReferenceFindings(
    ReferenceArm arm,
    List<Distribution> distributions,
    List<Distance> distances,
    MeanDistance mean,
    Optional<MatrixDistance> structure,
    double alpha) {

  /** Copies the lists. */
  public ReferenceFindings {
    distributions = List.copyOf(distributions);
    distances = List.copyOf(distances);
  }
}
