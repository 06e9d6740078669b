package dev.voxpop.survey.store;

import dev.voxpop.survey.interview.Persona;
import java.util.List;

/**
 * What was read from the first token of an answer; the persona's passage is left out.
 *
 * @param question index of the question in the questionnaire
 * @param masses probability mass per original option index
 */
public record StoredMasses(Persona persona, int repeat, int question, List<Double> masses) {

  /** Copies the list. */
  public StoredMasses {
    masses = List.copyOf(masses);
  }
}
