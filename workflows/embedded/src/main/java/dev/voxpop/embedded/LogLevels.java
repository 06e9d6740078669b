package dev.voxpop.embedded;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log levels at which the embedded servers say only what a person should know. */
public final class LogLevels {
  private static final Map<String, Level> RECOMMENDED =
      Map.of(
          "kafka", Level.WARNING,
          "org.apache.kafka", Level.WARNING,
          "org.apache.kafka.controller.QuorumController", Level.SEVERE,
          "org.apache.kafka.clients.NetworkClient", Level.SEVERE,
          "state.change.logger", Level.OFF,
          "io.temporal", Level.WARNING,
          "io.temporal.internal.worker.HeartbeatManager", Level.SEVERE,
          "io.grpc", Level.WARNING,
          "io.zonky", Level.WARNING,
          "org.postgresql", Level.WARNING);

  /** A logger that nobody holds is collected, and its level with it. */
  private static List<Logger> held = List.of();

  private LogLevels() {}

  /**
   * Level by logger name. An application with its own log configuration sets the same there; those
   * above WARNING complain when nothing is wrong.
   */
  public static Map<String, Level> recommended() {
    return new TreeMap<>(RECOMMENDED);
  }

  /** Sets the levels through {@code java.util.logging}; call it before the servers start. */
  public static synchronized void apply() {
    held = RECOMMENDED.keySet().stream().map(Logger::getLogger).toList();
    held.forEach(logger -> logger.setLevel(RECOMMENDED.get(logger.getName())));
  }
}
