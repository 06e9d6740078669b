package dev.voxpop.standalone;

import dev.voxpop.contracts.event.Topics;
import dev.voxpop.embedded.Contents;
import dev.voxpop.embedded.EmbeddedOptions;
import dev.voxpop.embedded.EmbeddedPorts;
import dev.voxpop.embedded.EmbeddedServer;
import dev.voxpop.embedded.EmbeddedServers;
import dev.voxpop.embedded.LogLevels;
import dev.voxpop.embedded.PostgresAddress;
import dev.voxpop.embedded.SearchAttributeType;
import dev.voxpop.embedded.TemporalAddress;
import dev.voxpop.embedded.TemporalChoice;
import dev.voxpop.embedded.TemporalKind;
import dev.voxpop.embedded.TopicSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The servers behind the all-in-one process: PostgreSQL, Kafka and Temporal beside it unless their
 * addresses are configured, and the simulator unless models are. Starting it hands every address to
 * the application as system properties, so it must be started before Quarkus boots.
 */
public final class Backend implements AutoCloseable {

  /** The stages with tables of their own. */
  static final List<String> SCHEMAS =
      List.of("backstory", "survey", "matching", "analysis", "experiment");

  private final EmbeddedServers servers;
  private final Optional<SimulatorProcess> simulator;

  private Backend(EmbeddedServers servers, Optional<SimulatorProcess> simulator) {
    this.servers = servers;
    this.simulator = simulator;
  }

  /** Starts what is not configured elsewhere. */
  public static Backend start(Installation installation) {
    LogLevels.apply();
    EmbeddedServers servers = EmbeddedServers.start(options(installation));
    try {
      Optional<SimulatorProcess> simulator =
          ModelSettings.configured(installation)
              ? Optional.empty()
              : Optional.of(SimulatorProcess.start(installation));
      Backend backend = new Backend(servers, simulator);
      backend.announce(installation);
      return backend;
    } catch (RuntimeException e) {
      servers.close();
      throw e;
    }
  }

  /** One line per server, for the person at the terminal. */
  public List<String> summary() {
    List<String> lines = new ArrayList<>(servers.summary());
    simulator.ifPresent(it -> lines.add("Simulator  " + it.baseUrl() + " (no language model)"));
    return lines;
  }

  /** Where the simulator serves, if it was started. */
  public Optional<String> simulatorUrl() {
    return simulator.map(SimulatorProcess::baseUrl);
  }

  /** Where Temporal's own pages are, if it was started here and has some. */
  public Optional<String> temporalPages() {
    return servers.temporal().flatMap(TemporalAddress::uiUrl);
  }

  /** Whether Temporal forgets its runs when this process ends. */
  public boolean temporalForgets() {
    return servers
        .temporal()
        .map(TemporalAddress::kind)
        .map(kind -> kind == TemporalKind.IN_MEMORY)
        .orElse(false);
  }

  private static EmbeddedOptions options(Installation installation) {
    return EmbeddedOptions.in(installation.dataDir())
        .withWanted(wanted(installation))
        .withPorts(ports(installation))
        .withContents(contents())
        .withTemporal(temporal(installation));
  }

  private static Set<EmbeddedServer> wanted(Installation installation) {
    Set<EmbeddedServer> wanted = EnumSet.allOf(EmbeddedServer.class);
    if (installation.setting("quarkus.datasource.survey.jdbc.url").isPresent()) {
      wanted.remove(EmbeddedServer.POSTGRES);
    }
    if (installation.setting("kafka.bootstrap.servers").isPresent()) {
      wanted.remove(EmbeddedServer.KAFKA);
    }
    if (installation.setting("voxpop.temporal.target").isPresent()) {
      wanted.remove(EmbeddedServer.TEMPORAL);
    }
    return wanted;
  }

  private static EmbeddedPorts ports(Installation installation) {
    EmbeddedPorts usual = EmbeddedPorts.defaults();
    return new EmbeddedPorts(
        installation.port("voxpop.embedded.postgres.port", usual.postgres()),
        installation.port("voxpop.embedded.kafka.port", usual.kafka()),
        installation.port("voxpop.embedded.temporal.port", usual.temporal()),
        installation.port("voxpop.embedded.temporal.ui-port", usual.temporalUi()));
  }

  private static Contents contents() {
    return new Contents(
        SCHEMAS,
        Topics.ALL.stream()
            .flatMap(
                topic ->
                    List.of(
                        new TopicSpec(topic, topic.equals(Topics.RESPONSE_COMPLETED) ? 3 : 1),
                        new TopicSpec(topic + Topics.DEAD_LETTER_SUFFIX, 1))
                        .stream())
            .toList(),
        Map.of(
            "ExperimentId", SearchAttributeType.KEYWORD,
            "SurveyId", SearchAttributeType.KEYWORD,
            "Model", SearchAttributeType.KEYWORD,
            "Owner", SearchAttributeType.KEYWORD,
            "Phase", SearchAttributeType.KEYWORD,
            "Completed", SearchAttributeType.INT,
            "Failed", SearchAttributeType.INT,
            "CostUsd", SearchAttributeType.DOUBLE));
  }

  private static TemporalChoice temporal(Installation installation) {
    return installation
        .setting("voxpop.embedded.temporal.binary")
        .map(
            path ->
                path.equals("none")
                    ? new TemporalChoice.InMemory()
                    : (TemporalChoice) new TemporalChoice.Binary(Path.of(path)))
        .orElseGet(TemporalChoice.Search::new);
  }

  private void announce(Installation installation) {
    servers.postgres().ifPresent(Backend::announce);
    servers.bootstrapServers().ifPresent(it -> offer("kafka.bootstrap.servers", it));
    servers.temporal().ifPresent(Backend::announce);
    simulator.ifPresent(it -> ModelSettings.simulator(it.baseUrl()).forEach(Backend::offer));
    for (String stage : List.of("backstory", "survey", "matching", "analysis")) {
      offer("quarkus.rest-client." + stage + ".url", installation.baseUrl());
    }
    offer("voxpop.worker.report-url", installation.baseUrl());
    offer("quarkus.log.file.enabled", "true");
    offer("quarkus.log.file.path", installation.dataDir().resolve("logs/voxpop.log").toString());
    offer("voxpop.instrument.folder", installation.dataDir().resolve("instruments").toString());
  }

  private static void announce(PostgresAddress postgres) {
    for (String stage : SCHEMAS) {
      String prefix = "quarkus.datasource." + stage + ".";
      offer(prefix + "jdbc.url", postgres.jdbcUrl());
      offer(prefix + "username", postgres.user());
      offer(prefix + "password", postgres.password());
    }
  }

  private static void announce(TemporalAddress temporal) {
    offer("voxpop.temporal.target", temporal.target());
    temporal.uiUrl().ifPresent(url -> offer("voxpop.temporal.ui-url", url));
  }

  /** Sets a property that nobody has set. */
  private static void offer(String key, @Nullable String value) {
    if (value != null && System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }

  /** Stops Temporal, Kafka and PostgreSQL; the simulator last, because it is a process apart. */
  @Override
  public void close() {
    try {
      servers.close();
    } finally {
      simulator.ifPresent(SimulatorProcess::close);
    }
  }
}
