package dev.voxpop.survey;

import dev.voxpop.contracts.event.Topics;
import dev.voxpop.embedded.Contents;
import dev.voxpop.embedded.EmbeddedOptions;
import dev.voxpop.embedded.EmbeddedServer;
import dev.voxpop.embedded.EmbeddedServers;
import dev.voxpop.embedded.PostgresAddress;
import dev.voxpop.embedded.TopicSpec;
import dev.voxpop.hosting.stage.FakeStage;
import dev.voxpop.simulator.SimulatorOptions;
import dev.voxpop.simulator.SimulatorServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Real servers, the simulator, and scripted peers for tests of the whole service. */
public final class SurveyStageResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable EmbeddedServers servers;
  private @Nullable SimulatorServer simulator;
  private @Nullable FakeStage peers;

  @Override
  public Map<String, String> start() {
    List<TopicSpec> topics = Topics.ALL.stream().map(topic -> new TopicSpec(topic, 3)).toList();
    try {
      EmbeddedServers started =
          EmbeddedServers.start(
              EmbeddedOptions.in(Files.createTempDirectory("survey-stage"))
                  .withWanted(EnumSet.of(EmbeddedServer.POSTGRES, EmbeddedServer.KAFKA))
                  .withContents(new Contents(List.of("survey"), topics, Map.of())));
      servers = started;
      SimulatorServer model = SimulatorServer.start(SimulatorOptions.DEFAULTS);
      simulator = model;
      FakeStage others = FakePeers.start();
      peers = others;
      return settings(started, model, others);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> settings(
      EmbeddedServers servers, SimulatorServer simulator, FakeStage peers) {
    PostgresAddress postgres = servers.postgres().orElseThrow();
    String model = "http://127.0.0.1:" + simulator.port() + "/v1";
    Map<String, String> settings = new HashMap<>();
    settings.put("quarkus.datasource.survey.jdbc.url", postgres.jdbcUrl());
    settings.put("quarkus.datasource.survey.username", postgres.user());
    settings.put("quarkus.datasource.survey.password", postgres.password());
    settings.put("kafka.bootstrap.servers", servers.bootstrapServers().orElseThrow());
    settings.put("quarkus.rest-client.backstory.url", peers.url());
    settings.put("quarkus.rest-client.matching.url", peers.url());
    settings.put("voxpop.model.default.base-url", model);
    settings.put("voxpop.model.chat.base-url", model);
    settings.put("voxpop.temporal.target", "127.0.0.1:1");
    settings.put("voxpop.hosting.stop-grace", "1s");
    return settings;
  }

  @Override
  public void stop() {
    if (peers != null) {
      peers.close();
    }
    if (simulator != null) {
      simulator.close();
    }
    if (servers != null) {
      servers.close();
    }
  }
}
