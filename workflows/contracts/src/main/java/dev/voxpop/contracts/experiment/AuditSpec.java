package dev.voxpop.contracts.experiment;

import java.util.List;

/**
 * An audit, fully settled: each cell of its design is an arm.
 *
 * @param arm id of the audited arm
 * @param factors what is varied
 * @param cells in the order of the design
 */
public record AuditSpec(String arm, List<VariedFactor> factors, List<Cell> cells) {

  /** Copies the lists. */
  public AuditSpec {
    factors = List.copyOf(factors);
    cells = List.copyOf(cells);
  }

  /**
   * One way of asking.
   *
   * @param arm id of the arm that is asked this way
   * @param levels level of each factor, as an index into the factor's levels
   */
  public record Cell(String arm, List<Integer> levels) {

    /** Copies the list. */
    public Cell {
      levels = List.copyOf(levels);
    }
  }
}
