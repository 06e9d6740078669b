package dev.voxpop.interviewing.store;

import dev.voxpop.hosting.Json;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The column of places per alias: JSON, or lines {@code alias=places} of an earlier version. */
final class Concurrency {

  private Concurrency() {}

  static Map<String, Integer> read(String written) {
    return written.startsWith("{") ? Json.numbers(written) : lines(written);
  }

  private static Map<String, Integer> lines(String written) {
    SortedMap<String, Integer> places = new TreeMap<>();
    for (String line : written.lines().toList()) {
      int end = line.lastIndexOf('=');
      places.put(line.substring(0, end), Integer.valueOf(line.substring(end + 1)));
    }
    return places;
  }
}
