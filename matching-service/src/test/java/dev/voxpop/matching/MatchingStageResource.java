package dev.voxpop.matching;

import dev.voxpop.embedded.Contents;
import dev.voxpop.embedded.EmbeddedOptions;
import dev.voxpop.embedded.EmbeddedServer;
import dev.voxpop.embedded.EmbeddedServers;
import dev.voxpop.embedded.PostgresAddress;
import dev.voxpop.hosting.stage.FakeStage;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL and a scripted survey stage for tests of the whole service. */
public final class MatchingStageResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable EmbeddedServers servers;
  private @Nullable FakeStage survey;

  @Override
  public Map<String, String> start() {
    try {
      servers =
          EmbeddedServers.start(
              EmbeddedOptions.in(Files.createTempDirectory("matching-stage"))
                  .withWanted(EnumSet.of(EmbeddedServer.POSTGRES))
                  .withContents(new Contents(List.of("matching"), List.of(), Map.of())));
      survey = FakeSurveyStage.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PostgresAddress postgres = servers.postgres().orElseThrow();
    return Map.of(
        "quarkus.datasource.matching.jdbc.url", postgres.jdbcUrl(),
        "quarkus.datasource.matching.username", postgres.user(),
        "quarkus.datasource.matching.password", postgres.password(),
        "quarkus.rest-client.survey.url", survey.url(),
        "voxpop.temporal.target", "127.0.0.1:1",
        "voxpop.hosting.stop-grace", "1s");
  }

  @Override
  public void stop() {
    if (survey != null) {
      survey.close();
    }
    if (servers != null) {
      servers.close();
    }
  }
}
