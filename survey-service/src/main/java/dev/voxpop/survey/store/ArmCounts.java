package dev.voxpop.survey.store;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The integers of an arm, counted over its rows.
 *
 * @param states answers per question index and state
 * @param notReached planned cells behind the cursors of unfinished series
 * @param micros cost of the draws behind the answers; null when a price is unknown
 * @param attempts ended draws
 */
public record ArmCounts(
    Map<Integer, Map<String, Long>> states,
    long notReached,
    @Nullable Long micros,
    long attempts,
    String checksum) {
  /** Copies the maps, sorted. */
  public ArmCounts {
    states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
  }

  /** Answers that have a row. */
  public long rows() {
    return states.values().stream()
        .flatMap(byState -> byState.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }
}
