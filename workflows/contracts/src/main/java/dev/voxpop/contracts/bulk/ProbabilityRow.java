package dev.voxpop.contracts.bulk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The probabilities that stood at the first token of a stored answer. {@code GET
 * /survey/experiments/{experiment}/arms/{arm}/probabilities}, by persona in order of enrolment,
 * repeat and question; only answers of which they were read.
 *
 * @param masses probability mass by code of every option shown, refusals among them, in the
 *     questionnaire's order; they add up to 1 or less, and the rest lies off the options
 */
public record ProbabilityRow(
    String persona,
    @Nullable String story,
    String question,
    int repeat,
    Map<String, Double> masses) {

  /** Copies the map in its order. */
  public ProbabilityRow {
    masses = Collections.unmodifiableMap(new LinkedHashMap<>(masses));
  }
}
