package dev.voxpop.contracts.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A division of people that a document declares itself.
 *
 * @param column of the human data
 * @param groups codes of every group, in the order of the document
 */
public record GroupingChoice(String id, String column, Map<String, List<Integer>> groups) {

  /** Copies the groups in their order. */
  public GroupingChoice {
    Map<String, List<Integer>> copy = new LinkedHashMap<>();
    groups.forEach((name, codes) -> copy.put(name, List.copyOf(codes)));
    groups = Collections.unmodifiableMap(copy);
  }
}
