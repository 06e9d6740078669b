package dev.voxpop.contracts.experiments;

import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What could be read of a document.
 *
 * @param document the document with refused fields at their defaults; null when it is not even one
 *     JSON object
 */
public record Reading(@Nullable ExperimentDocument document, List<Problem> problems) {

  /** Copies the list. */
  public Reading {
    problems = List.copyOf(problems);
  }
}
