package dev.voxpop.worker;

import dev.voxpop.embedded.Contents;
import dev.voxpop.embedded.EmbeddedOptions;
import dev.voxpop.embedded.EmbeddedServer;
import dev.voxpop.embedded.EmbeddedServers;
import dev.voxpop.embedded.PostgresAddress;
import dev.voxpop.embedded.TemporalChoice;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL and Temporal's in-memory server for tests of the whole process. */
public final class ExperimentStageResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable EmbeddedServers servers;

  @Override
  public Map<String, String> start() {
    try {
      servers =
          EmbeddedServers.start(
              EmbeddedOptions.in(Files.createTempDirectory("experiment-stage"))
                  .withWanted(EnumSet.of(EmbeddedServer.POSTGRES, EmbeddedServer.TEMPORAL))
                  .withTemporal(new TemporalChoice.InMemory())
                  .withContents(new Contents(List.of("experiment"), List.of(), Map.of())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PostgresAddress postgres = servers.postgres().orElseThrow();
    return Map.of(
        "quarkus.datasource.experiment.jdbc.url",
        postgres.jdbcUrl(),
        "quarkus.datasource.experiment.username",
        postgres.user(),
        "quarkus.datasource.experiment.password",
        postgres.password(),
        "voxpop.temporal.target",
        servers.temporal().orElseThrow().target(),
        "voxpop.hosting.stop-grace",
        "1s");
  }

  @Override
  public void stop() {
    if (servers != null) {
      servers.close();
    }
  }
}
