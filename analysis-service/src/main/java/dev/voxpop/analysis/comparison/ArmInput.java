package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.compliance.ArmCompliance;
import dev.voxpop.analysis.compliance.CellRecord;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.subgroup.Group;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * @param cells every planned answer with its history; empty for imported answers
 * @param factors ways in which questions were put, by row; empty when nothing was varied
 */
public record ArmInput(
    String id,
    String label,
    Panel panel,
    PersonaWeighting weighting,
    Optional<ArmCompliance> compliance,
    SortedMap<String, String> facts,
    long notReached,
    List<CellRecord> cells,
    List<RowFactor> factors) {

  /** Name of the fact that says why an arm has none of the raked weights it should have. */
  public static final String NOT_RAKED = "not raked";

  /** Copies the collections. */
  public ArmInput {
    cells = List.copyOf(cells);
    factors = List.copyOf(factors);
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** An arm of which no history of answers is known. */
  public ArmInput(
      String id,
      String label,
      Panel panel,
      PersonaWeighting weighting,
      Optional<ArmCompliance> compliance,
      SortedMap<String, String> facts,
      long notReached) {
    this(id, label, panel, weighting, compliance, facts, notReached, List.of(), List.of());
  }

  /** The same arm with the history of its answers. */
  public ArmInput withCells(List<CellRecord> history) {
    return new ArmInput(
        id, label, panel, weighting, compliance, facts, notReached, history, factors);
  }

  /** The same arm with the ways in which questions were put. */
  public ArmInput withFactors(List<RowFactor> varied) {
    return new ArmInput(id, label, panel, weighting, compliance, facts, notReached, cells, varied);
  }

  /** The part of this arm that belongs to a group; its planned answers all belong to nobody. */
  ArmInput slice(Group group) {
    Panel part = group.personasOf(panel);
    Set<String> rows = Set.copyOf(part.rowIds());
    List<CellRecord> own = cells.stream().filter(cell -> rows.contains(cell.row())).toList();
    Optional<ArmCompliance> counts =
        compliance.filter(all -> !cells.isEmpty()).map(all -> ArmCompliance.of(part.items(), own));
    int[] numbers = group.personaRows(panel);
    List<RowFactor> varied = factors.stream().map(factor -> factor.select(numbers)).toList();
    return new ArmInput(id, label, part, weighting, counts, facts, 0, own, varied);
  }

  /** Imported answers of which nothing else is known. */
  public static ArmInput imported(String id, Panel panel) {
    return imported(id, panel, PersonaWeighting.NONE);
  }

  /** Imported answers of weighted personas. */
  public static ArmInput imported(String id, Panel panel, PersonaWeighting weighting) {
    return new ArmInput(id, id, panel, weighting, Optional.empty(), new TreeMap<>(), 0);
  }
}
