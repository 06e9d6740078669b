package dev.voxpop.matching.sample;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row of a human sample.
 *
 * @param key the sample's own name for the person; never leaves this service
 * @param weight survey weight
 * @param codes code per column; columns without a value are absent
 */
public record Person(String key, double weight, SortedMap<String, Integer> codes) {

  public Person {
    codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
  }

  /** Returns a person from codes in any order. */
  public static Person of(String key, double weight, Map<String, Integer> codes) {
    return new Person(key, weight, new TreeMap<>(codes));
  }
}
