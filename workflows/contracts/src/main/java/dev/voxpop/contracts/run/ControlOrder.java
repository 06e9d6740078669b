package dev.voxpop.contracts.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Steering on its way into a stage's control row, where running batches read it at least once a
 * second. An order with a lower version than the stored one changes nothing.
 *
 * @param concurrency calls in flight per model alias; aliases left out keep theirs
 * @param version grows with every order of an experiment
 */
public record ControlOrder(
    String experiment, SteeringMode mode, Map<String, Integer> concurrency, long version) {

  /** Copies the map, sorted. */
  public ControlOrder {
    concurrency = Collections.unmodifiableSortedMap(new TreeMap<>(concurrency));
  }
}
