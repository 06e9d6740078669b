package dev.voxpop.analysis.store;

import dev.voxpop.analysis.compliance.CellRecord;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * All stored answers of an arm.
 *
 * @param cells one an answer
 * @param models aliases with the models that providers reported
 * @param currency of the answers' costs; empty when there is no answer
 * @param prompts SHA-256 of prompt texts by id
 */
public record ArmAnswers(
    List<CellRecord> cells,
    SortedSet<String> models,
    String currency,
    SortedMap<String, String> prompts) {

  /** Copies the list. */
  public ArmAnswers {
    cells = List.copyOf(cells);
  }
}
