package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.MeanDistance;
import java.util.List;

/**
 * Distances of an arm from first answers only.
 *
 * @param distances by question
 * @param mean over questions
 * @param depending names of metrics that change by more than half the width of their interval
 */
public record FirstAttemptFindings(
    List<Distance> distances, MeanDistance mean, List<String> depending) {

  /** Copies the lists. */
  public FirstAttemptFindings {
    distances = List.copyOf(distances);
    depending = List.copyOf(depending);
  }
}
