package dev.voxpop.embedded;

import java.util.List;
import java.util.Map;

/**
 * What must exist inside the servers before the application starts; whatever is there already
 * stays.
 *
 * @param schemas PostgreSQL schemas of the database {@code voxpop}
 * @param topics Kafka topics
 * @param searchAttributes Temporal search attributes of the namespace {@code default}, by name
 */
public record Contents(
    List<String> schemas,
    List<TopicSpec> topics,
    Map<String, SearchAttributeType> searchAttributes) {

  public Contents {
    schemas = List.copyOf(schemas);
    topics = List.copyOf(topics);
    searchAttributes = Map.copyOf(searchAttributes);
    schemas.forEach(Contents::requireSchemaName);
    searchAttributes.keySet().forEach(Contents::requireAttributeName);
  }

  /** Empty servers. */
  public static Contents none() {
    return new Contents(List.of(), List.of(), Map.of());
  }

  private static void requireSchemaName(String name) {
    if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException(
          "Schema name '%s' is not lower-case letters, digits and underscores.\nMaybe use the stage's name."
              .formatted(name));
    }
  }

  private static void requireAttributeName(String name) {
    if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,62}")) {
      throw new IllegalArgumentException(
          "Search attribute '%s' is not letters, digits and underscores.\nMaybe write it like ExperimentId."
              .formatted(name));
    }
  }
}
