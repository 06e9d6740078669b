package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.bound.HumanBound;
import dev.voxpop.analysis.uncertainty.ArmDifference;
import java.util.List;
import java.util.Optional;

/**
 * All numbers of a report.
 *
 * @param arms by mean normalised distance, nearest first
 * @param bound empty for fewer than twenty people
 * @param differences of all pairs of arms, by metric
 * @param warnings sentences for the head of the report
 * @param divisions the same numbers by groups of people
 * @param elicitations ways of asking side by side; empty where there is one only
 * @param audit what an arm's answers owe to the way of asking
 */
public record Findings(
    Study study,
    PeopleFindings people,
    Optional<HumanBound> bound,
    List<ArmFindings> arms,
    List<ReferenceFindings> references,
    List<ArmDifference> differences,
    List<String> warnings,
    List<DivisionFindings> divisions,
    List<ElicitationFindings> elicitations,
    Optional<AuditFindings> audit) {

  /** Copies the lists. */
  public Findings {
    arms = List.copyOf(arms);
    references = List.copyOf(references);
    differences = List.copyOf(differences);
    warnings = List.copyOf(warnings);
    divisions = List.copyOf(divisions);
    elicitations = List.copyOf(elicitations);
  }

  /** Whether the run stopped before every planned answer was asked for. */
  public boolean partial() {
    return study.interviewed().stream().anyMatch(arm -> arm.notReached() > 0);
  }
}
