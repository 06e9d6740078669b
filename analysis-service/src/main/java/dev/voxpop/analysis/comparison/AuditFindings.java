package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.audit.FactorShare;
import dev.voxpop.analysis.distance.MeanDistance;
import java.util.List;

/**
 * How much of an arm's answers is owed to the way of asking.
 *
 * @param shares by question, one a factor
 * @param cells mean distance of each cell to the people
 * @param levels by factor and level, mean distance of all answers asked with the level
 */
public record AuditFindings(
    AuditInput input,
    List<List<FactorShare>> shares,
    List<MeanDistance> cells,
    List<List<LevelFindings>> levels) {

  /** Copies the lists. */
  public AuditFindings {
    shares = shares.stream().map(List::copyOf).toList();
    cells = List.copyOf(cells);
    levels = levels.stream().map(List::copyOf).toList();
  }

  /**
   * The answers that were asked for with one level.
   *
   * @param rows personas times cells of the level
   */
  public record LevelFindings(int rows, MeanDistance mean) {}
}
