package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.audit.Factor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An arm that was asked again in several ways, by a design.
 *
 * @param arm id of the audited arm
 * @param cells ways of asking whose answers are there, in the order of the design
 */
public record AuditInput(String arm, List<Factor> factors, List<Cell> cells) {

  /** Copies the lists. */
  public AuditInput {
    factors = List.copyOf(factors);
    cells = List.copyOf(cells);
  }

  /** Planned answers of all cells that the run did not reach. */
  public long notReached() {
    return cells.stream().mapToLong(cell -> cell.input().notReached()).sum();
  }

  /**
   * One way of asking.
   *
   * @param levels level of each factor, as an index into the factor's levels
   * @param input its answers; every row has the levels as factors
   */
  public record Cell(List<Integer> levels, ArmInput input) {

    /** Copies the list. */
    public Cell {
      levels = List.copyOf(levels);
    }

    /** A cell of these answers. */
    public static Cell of(List<Factor> factors, List<Integer> levels, ArmInput input) {
      int rows = input.panel().size();
      List<RowFactor> own =
          IntStream.range(0, factors.size())
              .mapToObj(f -> constant(factors.get(f), levels.get(f), rows))
              .toList();
      return new Cell(levels, input.withFactors(own));
    }

    private static RowFactor constant(Factor factor, int level, int rows) {
      String name = factor.levels().get(level);
      return new RowFactor(factor.id(), IntStream.range(0, rows).mapToObj(row -> name).toList());
    }
  }
}
