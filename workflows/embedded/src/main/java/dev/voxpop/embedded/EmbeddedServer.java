package dev.voxpop.embedded;

import java.util.Arrays;
import java.util.Locale;

/** One of the servers that can run beside the process. */
public enum EmbeddedServer {
  POSTGRES("PostgreSQL"),
  KAFKA("Kafka"),
  TEMPORAL("Temporal");

  private final String title;

  EmbeddedServer(String title) {
    this.title = title;
  }

  /** The server of that key. */
  public static EmbeddedServer of(String key) {
    return Arrays.stream(values())
        .filter(server -> server.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no embedded server.\nMaybe one of %s."
                        .formatted(
                            key, Arrays.stream(values()).map(EmbeddedServer::key).toList())));
  }

  /** The product's own spelling, for sentences. */
  public String title() {
    return title;
  }

  /** The lower-case word used in configuration keys, folder names and remembered ports. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
