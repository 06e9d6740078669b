package dev.voxpop.outbox;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An event that waits to be published.
 *
 * @param id the event's id, equal to the id of the row it reports
 * @param topic topic and type of the event
 * @param key the record's key
 * @param subject what the event is about, for instance {@code exp-7/natural/b-1/q1/0}
 * @param headers further CloudEvents attributes by their header names; no line breaks
 * @param data the event's data as JSON
 */
public record OutboxMessage(
    UUID id, String topic, String key, String subject, Map<String, String> headers, String data) {

  /** Copies the headers, sorted. */
  public OutboxMessage {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    if (key.isEmpty()) {
      throw new IllegalArgumentException(
          "Event " + id + " has an empty key.\nMaybe use the experiment's id.");
    }
  }

  /** The headers as lines of {@code name=value}. */
  String headerLines() {
    StringBuilder lines = new StringBuilder();
    headers.forEach(
        (name, value) -> {
          if (value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException(
                "Header " + name + " of event " + id + " has a line break.\nMaybe encode it.");
          }
          lines.append(name).append('=').append(value).append('\n');
        });
    return lines.toString();
  }

  /** Reads what {@link #headerLines} wrote. */
  static Map<String, String> parseHeaders(String lines) {
    Map<String, String> headers = new TreeMap<>();
    lines
        .lines()
        .forEach(
            line -> {
              int at = line.indexOf('=');
              headers.put(line.substring(0, at), line.substring(at + 1));
            });
    return headers;
  }
}
