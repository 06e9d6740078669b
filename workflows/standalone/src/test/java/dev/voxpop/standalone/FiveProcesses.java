package dev.voxpop.standalone;

import dev.voxpop.contracts.event.Topics;
import dev.voxpop.embedded.Contents;
import dev.voxpop.embedded.EmbeddedOptions;
import dev.voxpop.embedded.EmbeddedServers;
import dev.voxpop.embedded.PostgresAddress;
import dev.voxpop.embedded.SearchAttributeType;
import dev.voxpop.embedded.TopicSpec;
import dev.voxpop.simulator.SimulatorOptions;
import dev.voxpop.simulator.SimulatorServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The five processes side by side, on one PostgreSQL, Kafka and Temporal, with the simulator. */
final class FiveProcesses implements AutoCloseable {

  static final Map<String, Path> MODULES =
      Map.of(
          "backstory", Path.of("..", "..", "backstory-service"),
          "survey", Path.of("..", "..", "survey-service"),
          "matching", Path.of("..", "..", "matching-service"),
          "analysis", Path.of("..", "..", "analysis-service"),
          "worker", Path.of("..", "worker"));

  private final Path folder;
  private final EmbeddedServers servers;
  private final SimulatorServer simulator;
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final Map<String, Process> processes = new LinkedHashMap<>();

  private FiveProcesses(Path folder) {
    this.folder = folder;
    this.servers =
        EmbeddedServers.start(
            EmbeddedOptions.in(folder.resolve("servers")).withContents(contents()));
    this.simulator = SimulatorServer.start(SimulatorOptions.DEFAULTS);
    MODULES.keySet().stream().sorted().forEach(stage -> ports.put(stage, FreePort.find()));
  }

  /** Whether the five applications have been built. */
  static boolean built() {
    return MODULES.values().stream().allMatch(module -> Files.exists(jar(module)));
  }

  static FiveProcesses start(Path folder) {
    FiveProcesses five = new FiveProcesses(folder);
    five.ports.keySet().forEach(five::launch);
    return five;
  }

  EmbeddedServers servers() {
    return servers;
  }

  String url(String stage) {
    return "http://127.0.0.1:" + ports.get(stage);
  }

  /** Waits until a process answers on its own port. */
  void awaitAnswers(Duration patience) {
    for (String stage : ports.keySet()) {
      String path = stage.equals("worker") ? "/experiments" : "/q/openapi-none";
      LaunchedVoxpop.await(() -> status(url(stage) + path) > 0, patience);
    }
  }

  /** Kills one process without warning and starts it again. */
  void kill(String stage) throws InterruptedException {
    Objects.requireNonNull(processes.get(stage)).destroyForcibly().waitFor();
    launch(stage);
  }

  private void launch(String stage) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx384m",
                  "-XX:+UseSerialGC",
                  "--enable-native-access=ALL-UNNAMED",
                  "--sun-misc-unsafe-memory-access=allow",
                  "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                  "-jar",
                  jar(Objects.requireNonNull(MODULES.get(stage))).toAbsolutePath().toString())
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(folder.resolve(stage + ".log").toFile()));
      builder.environment().putAll(environment(stage));
      processes.put(stage, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> environment(String stage) {
    Map<String, String> environment = new LinkedHashMap<>();
    PostgresAddress postgres = servers.postgres().orElseThrow();
    String schema = stage.equals("worker") ? "EXPERIMENT" : stage.toUpperCase(Locale.ROOT);
    environment.put("QUARKUS_DATASOURCE_" + schema + "_JDBC_URL", postgres.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_" + schema + "_USERNAME", postgres.user());
    environment.put("QUARKUS_DATASOURCE_" + schema + "_PASSWORD", postgres.password());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", servers.bootstrapServers().orElseThrow());
    environment.put("VOXPOP_TEMPORAL_TARGET", servers.temporal().orElseThrow().target());
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.get(stage)));
    environment.put("QUARKUS_MANAGEMENT_PORT", "0");
    environment.put("VOXPOP_WORKER_REPORT_URL", url("analysis"));
    for (String peer : List.of("backstory", "survey", "matching", "analysis")) {
      environment.put("QUARKUS_REST_CLIENT_" + peer.toUpperCase(Locale.ROOT) + "_URL", url(peer));
    }
    if (List.of("backstory", "survey").contains(stage)) {
      ModelSettings.simulator("http://127.0.0.1:" + simulator.port())
          .forEach((key, value) -> environment.put(variable(key), value));
    }
    return environment;
  }

  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  static int status(String uri) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(5)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Contents contents() {
    List<TopicSpec> topics = new ArrayList<>();
    Topics.ALL.forEach(topic -> topics.add(new TopicSpec(topic, 3)));
    Topics.ALL.forEach(topic -> topics.add(new TopicSpec(topic + Topics.DEAD_LETTER_SUFFIX, 1)));
    return new Contents(Backend.SCHEMAS, topics, Map.of("Phase", SearchAttributeType.KEYWORD));
  }

  private static Path jar(Path module) {
    return module.resolve("target/quarkus-app/quarkus-run.jar");
  }

  @Override
  public void close() {
    processes.values().forEach(Process::destroy);
    processes
        .values()
        .forEach(
            process -> {
              try {
                process.waitFor();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    simulator.close();
    servers.close();
  }
}
