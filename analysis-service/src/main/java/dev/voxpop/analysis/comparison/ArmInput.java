package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.compliance.ArmCompliance;
import dev.voxpop.analysis.panel.Panel;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One way of conditioning and its answers.
 *
 * @param id id in the experiment document; two arms with equal settings stay two arms
 * @param label name for readers
 * @param panel one row a persona and repeat
 * @param compliance how the interviews ended; empty for imported answers
 * @param facts settings, models, hashes and cost, shown as they are
 * @param notReached planned answers that the run did not reach
 */
public record ArmInput(
    String id,
    String label,
    Panel panel,
    PersonaWeighting weighting,
    Optional<ArmCompliance> compliance,
    SortedMap<String, String> facts,
    long notReached) {

  /** Copies the facts. */
  public ArmInput {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** Imported answers of which nothing else is known. */
  public static ArmInput imported(String id, Panel panel) {
    return new ArmInput(id, id, panel, PersonaWeighting.NONE, Optional.empty(), new TreeMap<>(), 0);
  }
}
