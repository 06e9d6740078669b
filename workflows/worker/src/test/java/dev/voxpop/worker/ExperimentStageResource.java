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

/**
 * A real PostgreSQL and Temporal for tests of the whole process: the in-memory server, or with the
 * argument {@link #REAL} the dev server.
 */
public final class ExperimentStageResource implements QuarkusTestResourceLifecycleManager {

  /** Asks for the real server; see {@link RealServer}. */
  public static final String REAL = "real";

  private TemporalChoice temporal = new TemporalChoice.InMemory();
  private @Nullable EmbeddedServers servers;

  @Override
  public void init(Map<String, String> arguments) {
    if (arguments.containsKey(REAL)) {
      temporal = new TemporalChoice.Binary(RealServer.binary().orElseThrow());
    }
  }

  @Override
  public Map<String, String> start() {
    try {
      servers =
          EmbeddedServers.start(
              EmbeddedOptions.in(Files.createTempDirectory("experiment-stage"))
                  .withWanted(EnumSet.of(EmbeddedServer.POSTGRES, EmbeddedServer.TEMPORAL))
                  .withTemporal(temporal)
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
        "voxpop.temporal.ui-url",
        servers.temporal().orElseThrow().uiUrl().orElse("http://127.0.0.1:1"),
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
