package dev.voxpop.backstory;

import dev.voxpop.embedded.Contents;
import dev.voxpop.embedded.EmbeddedOptions;
import dev.voxpop.embedded.EmbeddedServer;
import dev.voxpop.embedded.EmbeddedServers;
import dev.voxpop.embedded.PostgresAddress;
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

/** A real PostgreSQL, the simulated society and a scripted matching stage. */
public final class BackstoryStageResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable EmbeddedServers servers;
  private @Nullable FakeStage matching;
  private @Nullable SimulatorServer simulator;

  @Override
  public Map<String, String> start() {
    try {
      servers =
          EmbeddedServers.start(
              EmbeddedOptions.in(Files.createTempDirectory("backstory-stage"))
                  .withWanted(EnumSet.of(EmbeddedServer.POSTGRES))
                  .withContents(new Contents(List.of("backstory"), List.of(), Map.of())));
      matching = FakeMatchingStage.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    simulator = SimulatorServer.start(SimulatorOptions.DEFAULTS);
    PostgresAddress postgres = servers.postgres().orElseThrow();
    Map<String, String> settings = new HashMap<>();
    settings.put("quarkus.datasource.backstory.jdbc.url", postgres.jdbcUrl());
    settings.put("quarkus.datasource.backstory.username", postgres.user());
    settings.put("quarkus.datasource.backstory.password", postgres.password());
    settings.put("quarkus.rest-client.matching.url", matching.url());
    settings.put("voxpop.temporal.target", "127.0.0.1:1");
    settings.put("voxpop.hosting.stop-grace", "1s");
    model(settings, "base", "completion", "sim-base-1");
    model(settings, "chat", "chat", "sim-chat-1");
    return settings;
  }

  private void model(Map<String, String> settings, String alias, String kind, String model) {
    String key = "voxpop.model." + alias + ".";
    int port = simulator == null ? 0 : simulator.port();
    settings.put(key + "base-url", "http://127.0.0.1:" + port + "/v1");
    settings.put(key + "model", model);
    settings.put(key + "kind", kind);
    settings.put(key + "supports-seed", "true");
    settings.put(key + "simulated", "true");
    settings.put(key + "max-n", "128");
    settings.put(key + "top-logprobs", "20");
    settings.put(key + "context-window", "32768");
    settings.put(key + "price.input", "20000");
    settings.put(key + "price.output", "60000");
  }

  @Override
  public void stop() {
    if (simulator != null) {
      simulator.close();
    }
    if (matching != null) {
      matching.close();
    }
    if (servers != null) {
      servers.close();
    }
  }
}
