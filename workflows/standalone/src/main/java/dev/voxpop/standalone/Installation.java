package dev.voxpop.standalone;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where this installation keeps its data and what its environment says.
 *
 * @param dataDir folder of the embedded servers, logs and reports
 * @param environment variables, as the process got them
 */
public record Installation(Path dataDir, Map<String, String> environment) {

  /** Copies the map. */
  public Installation {
    environment = Map.copyOf(environment);
  }

  /** The installation of this process: {@code VOXPOP_DATA_DIR}, else {@code voxpop-data} here. */
  public static Installation ofThisProcess() {
    Map<String, String> environment = System.getenv();
    String folder = environment.getOrDefault("VOXPOP_DATA_DIR", "voxpop-data");
    return new Installation(Path.of(folder).toAbsolutePath().normalize(), environment);
  }

  /** A setting in the form of an environment variable, or as a system property. */
  public Optional<String> setting(String key) {
    String property = System.getProperty(key);
    String variable = key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return Optional.ofNullable(property)
        .or(() -> Optional.ofNullable(environment.get(variable)))
        .filter(value -> !value.isBlank());
  }

  /** A port setting. */
  public int port(String key, int otherwise) {
    return setting(key).map(Integer::parseInt).orElse(otherwise);
  }

  /** Port of API and console. */
  public int httpPort() {
    return port("quarkus.http.port", 8080);
  }

  /** Address of API and console. */
  public String baseUrl() {
    return "http://127.0.0.1:" + httpPort();
  }

  /** Folder of finished reports. */
  public Path reports() {
    return dataDir.resolve("reports");
  }
}
