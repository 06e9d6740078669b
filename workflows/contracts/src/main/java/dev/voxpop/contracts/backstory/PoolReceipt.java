package dev.voxpop.contracts.backstory;

import dev.voxpop.contracts.run.Allowance;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A closed pool.
 *
 * @param stories accepted (and selected) stories
 * @param exhausted slots without a story, by reason
 * @param settled what closing itself settled
 */
public record PoolReceipt(
    String pool, int stories, Map<String, Integer> exhausted, Allowance settled) {

  /** Copies the map, sorted. */
  public PoolReceipt {
    exhausted = Collections.unmodifiableSortedMap(new TreeMap<>(exhausted));
  }
}
