package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.comparison.PersonaWeighting;
import dev.voxpop.analysis.uncertainty.IntervalKind;
import java.util.ArrayList;
import java.util.List;

/** Footnotes of the headline: what its numbers, brackets and weights are. */
final class MainNotes {

  private static final String SPREADS =
      "parentheses: 2.5 and 97.5 percentiles over splits, a spread and not a confidence interval.";

  private static final String PERCENTILES =
      "Brackets: 95 % bootstrap intervals over stories and people; " + SPREADS;

  private static final String ACCELERATED =
      "Brackets: 95 % bootstrap intervals over stories and people, bias-corrected and accelerated,"
          + " Frobenius on the squared scale; "
          + SPREADS;

  private static final String HALVES =
      "The human bound compares halves of n/2 people; it is pessimistic by about √2 against a"
          + " comparison with all n.";

  private static final List<String> NOTES =
      List.of(
          Numbers.NOISE
              + " Noise-limited: sampling noise biases this number by more than a quarter of its"
              + " standard error; the interval is not a 95 % interval.",
          Numbers.MISSING + " No value exists.",
          "EMD: earth mover's distance between the shares of people and personas. Frobenius, L1,"
              + " CBS: distance between their correlation matrices, preset consistent. α:"
              + " Cronbach's alpha. Skill: 0 = uniform answers, 1 = two halves of the people.");

  private MainNotes() {}

  /** Notes in the order in which they stand. */
  static List<String> of(Findings findings) {
    boolean accelerated =
        findings.study().settings().options().intervals() == IntervalKind.BIAS_CORRECTED;
    List<String> notes = new ArrayList<>();
    notes.add(accelerated ? ACCELERATED : PERCENTILES);
    notes.addAll(NOTES);
    notes.add(
        EqualSizes.wanted(findings) ? HALVES + " Equal sizes are in the table below." : HALVES);
    for (PersonaWeighting weighting : PersonaWeighting.values()) {
      List<String> arms =
          findings.arms().stream()
              .filter(arm -> arm.input().weighting() == weighting)
              .map(ArmFindings::id)
              .toList();
      if (weighting != PersonaWeighting.NONE && !arms.isEmpty()) {
        notes.add(weights(weighting) + ": " + String.join(", ", arms) + ".");
      }
    }
    return notes;
  }

  private static String weights(PersonaWeighting weighting) {
    return switch (weighting) {
      case NONE -> "Every persona counts once";
      case ROW -> "Personas are weighted like the people they were matched to";
      case PER_STORY -> "Every story counts once, whatever its number of personas";
      case RAKED ->
          "Personas are weighted by raking to the margins of a population; shares, distances,"
              + " correlations of preset consistent and the effective number use these weights";
    };
  }
}
