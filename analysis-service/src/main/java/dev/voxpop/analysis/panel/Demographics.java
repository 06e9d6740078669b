package dev.voxpop.analysis.panel;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Codes that describe people beside their answers.
 *
 * @param codes by column, the code of every person who has one
 */
public record Demographics(SortedMap<String, SortedMap<String, Integer>> codes) {

  /** Nothing is known. */
  public static final Demographics NONE = new Demographics(new TreeMap<>());

  /** Copies the maps. */
  public Demographics {
    SortedMap<String, SortedMap<String, Integer>> copy = new TreeMap<>();
    codes.forEach(
        (column, own) -> copy.put(column, Collections.unmodifiableSortedMap(new TreeMap<>(own))));
    codes = Collections.unmodifiableSortedMap(copy);
  }

  /** The codes of these columns; a column of which nothing is known stays empty. */
  public static Demographics of(List<String> columns, Map<String, Map<String, Integer>> codes) {
    SortedMap<String, SortedMap<String, Integer>> sorted = new TreeMap<>();
    columns.forEach(
        column -> sorted.put(column, new TreeMap<>(codes.getOrDefault(column, Map.of()))));
    return new Demographics(sorted);
  }

  /** Names of the columns, in order. */
  public List<String> columns() {
    return List.copyOf(codes.keySet());
  }

  /** The code of a person; null when there is none. */
  public @Nullable Integer code(String column, String person) {
    SortedMap<String, Integer> own = codes.get(column);
    return own == null ? null : own.get(person);
  }
}
