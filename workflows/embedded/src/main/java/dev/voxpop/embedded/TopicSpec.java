package dev.voxpop.embedded;

import java.util.Objects;

/**
 * A Kafka topic that must exist before the application starts.
 *
 * @param name topic name, letters, digits, dot, dash and underscore
 * @param partitions number of partitions, 1 to 1,000; an existing topic is widened, never narrowed
 */
public record TopicSpec(String name, int partitions) {
  private static final int MOST_PARTITIONS = 1_000;

  public TopicSpec {
    Objects.requireNonNull(name, "name");
    if (!name.matches("[A-Za-z0-9._-]{1,249}")) {
      throw new IllegalArgumentException(
          "Topic name '%s' is not made of letters, digits, '.', '_' and '-'.\nMaybe a list separator got into it."
              .formatted(name));
    }
    if (partitions < 1 || partitions > MOST_PARTITIONS) {
      throw new IllegalArgumentException(
          "Topic '%s' has %d partitions; 1 to %d are allowed.\nMaybe start with 4."
              .formatted(name, partitions, MOST_PARTITIONS));
    }
  }
}
