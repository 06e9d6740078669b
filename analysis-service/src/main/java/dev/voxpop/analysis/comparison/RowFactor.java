package dev.voxpop.analysis.comparison;

import java.util.Arrays;
import java.util.List;

/**
 * One thing that varied in how the personas of an arm were asked.
 *
 * @param id such as {@code option-order}
 * @param levels level of each row of the arm's panel
 */
public record RowFactor(String id, List<String> levels) {

  /** Copies the levels. */
  public RowFactor {
    levels = List.copyOf(levels);
  }

  RowFactor select(int[] rows) {
    return new RowFactor(id, Arrays.stream(rows).mapToObj(levels::get).toList());
  }
}
