package dev.voxpop.instrument.wave;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A division of respondents by one column.
 *
 * @param groups codes of every group, in the order of the file
 */
public record Grouping(String id, String column, Map<String, List<Integer>> groups) {
  public Grouping {
    Objects.requireNonNull(id);
    Objects.requireNonNull(column);
    Map<String, List<Integer>> copy = new LinkedHashMap<>();
    groups.forEach((name, codes) -> copy.put(name, List.copyOf(codes)));
    groups = Collections.unmodifiableMap(copy);
  }

  /** Name of the group that holds a code, or empty. */
  public Optional<String> groupOf(int code) {
    return groups.entrySet().stream()
        .filter(group -> group.getValue().contains(code))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
