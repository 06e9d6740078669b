package dev.voxpop.analysis.elicitation;

import dev.voxpop.analysis.distribution.Belief;
import java.util.Comparator;

/**
 * What one persona gave for one question where probabilities were read, or shares were stated.
 *
 * @param arm id of an arm; it may have no drawn answers
 * @param mode any but {@link Mode#SAMPLED}
 * @param belief one mass an option, in declared order
 */
public record ProbabilityVector(
    String arm, Mode mode, String persona, String question, Belief belief) {

  /** Order in which no result depends on that of a file. */
  public static final Comparator<ProbabilityVector> ORDER =
      Comparator.comparing(ProbabilityVector::arm)
          .thenComparing(ProbabilityVector::mode)
          .thenComparing(ProbabilityVector::question)
          .thenComparing(ProbabilityVector::persona);

  /** Checks the mode. */
  public ProbabilityVector {
    if (mode == Mode.SAMPLED) {
      throw new IllegalArgumentException(
          "Persona '%s' has probabilities of drawn answers.%nMaybe they belong among responses."
              .formatted(persona));
    }
  }
}
