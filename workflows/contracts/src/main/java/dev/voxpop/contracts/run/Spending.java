package dev.voxpop.contracts.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a stage's rows say was spent, by workflow path (for instance {@code exp-7/arm/greedy-qa}).
 */
public record Spending(Map<String, Allowance> settled) {

  /** Copies the map, sorted. */
  public Spending {
    settled = Collections.unmodifiableSortedMap(new TreeMap<>(settled));
  }
}
