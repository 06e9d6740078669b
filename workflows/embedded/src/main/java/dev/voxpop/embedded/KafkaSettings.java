package dev.voxpop.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/**
 * The settings of the one-node broker, and the log categories that an application should set to
 * WARN.
 *
 * <p>Events are kept for ever: readers rebuild from offset 0. Kafka's copy is not the truth (the
 * database is), so a message is acknowledged without waiting for the disk; a killed process loses
 * nothing, because the page cache stays.
 */
final class KafkaSettings {
  static final String CONTROLLER = "CONTROLLER";

  private KafkaSettings() {}

  static Properties of(Path data, int port, int controllerPort) {
    Properties settings = new Properties();
    load(settings);
    settings.setProperty("log.dirs", data.toString());
    settings.setProperty(
        "listeners",
        "BROKER://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(port, CONTROLLER, controllerPort));
    settings.setProperty("advertised.listeners", "BROKER://127.0.0.1:" + port);
    settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    return settings;
  }

  private static void load(Properties settings) {
    try (InputStream in = KafkaSettings.class.getResourceAsStream("kafka.properties")) {
      settings.load(Objects.requireNonNull(in, "kafka.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
