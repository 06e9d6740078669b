package dev.voxpop.contracts.matching;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A stored pairing.
 *
 * @param pairs matched people
 * @param unmatched people without persona, by status
 * @param personas distinct personas in use
 * @param total sum of weights
 * @param gap duality gap of the certificate; null where the method has none
 */
public record MatchReceipt(
    String matching,
    int pairs,
    Map<String, Integer> unmatched,
    int personas,
    double total,
    @Nullable Double gap) {

  /** Copies the map, sorted. */
  public MatchReceipt {
    unmatched = Collections.unmodifiableSortedMap(new TreeMap<>(unmatched));
  }
}
