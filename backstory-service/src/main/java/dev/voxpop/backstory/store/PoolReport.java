package dev.voxpop.backstory.store;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a pool was written.
 *
 * @param filled slots with a story
 * @param exhausted slots without one, by reason
 * @param candidates candidates that were looked at
 * @param failures candidates by the gate that they failed at
 * @param passRates share of the candidates that reached a gate and passed it
 * @param rounds slots by the number of rounds they took
 * @param calls calls that brought something
 */
public record PoolReport(
    String pool,
    String kind,
    String state,
    int slots,
    int stories,
    int filled,
    Map<String, Integer> exhausted,
    int candidates,
    Map<String, Integer> failures,
    Map<String, Double> passRates,
    Map<Integer, Integer> rounds,
    long judgeCalls,
    int unreadableVerdicts,
    long calls,
    long tokens,
    long micros,
    long tokensPerStory,
    long microsPerStory) {

  /** Copies the maps, sorted. */
  public PoolReport {
    exhausted = Collections.unmodifiableSortedMap(new TreeMap<>(exhausted));
    failures = Collections.unmodifiableSortedMap(new TreeMap<>(failures));
    passRates = Collections.unmodifiableSortedMap(new TreeMap<>(passRates));
    rounds = Collections.unmodifiableSortedMap(new TreeMap<>(rounds));
  }
}
