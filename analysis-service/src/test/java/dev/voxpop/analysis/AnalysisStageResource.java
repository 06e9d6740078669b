package dev.voxpop.analysis;

import dev.voxpop.contracts.event.Topics;
import dev.voxpop.embedded.Contents;
import dev.voxpop.embedded.EmbeddedOptions;
import dev.voxpop.embedded.EmbeddedServer;
import dev.voxpop.embedded.EmbeddedServers;
import dev.voxpop.embedded.PostgresAddress;
import dev.voxpop.embedded.TopicSpec;
import dev.voxpop.hosting.stage.FakeStage;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL, a real Kafka and a scripted matching stage for tests of the whole service. */
public final class AnalysisStageResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable EmbeddedServers servers;
  private @Nullable FakeStage matching;
  private @Nullable FakeStage survey;

  @Override
  public Map<String, String> start() {
    List<TopicSpec> topics =
        Topics.ALL.stream()
            .flatMap(topic -> Stream.of(topic, topic + Topics.DEAD_LETTER_SUFFIX))
            .map(topic -> new TopicSpec(topic, topic.equals(Topics.RESPONSE_COMPLETED) ? 3 : 1))
            .toList();
    try {
      servers =
          EmbeddedServers.start(
              EmbeddedOptions.in(Files.createTempDirectory("analysis-stage"))
                  .withWanted(EnumSet.of(EmbeddedServer.POSTGRES, EmbeddedServer.KAFKA))
                  .withContents(new Contents(List.of("analysis"), topics, Map.of())));
      matching = FakeMatchingStage.start();
      survey = FakeSurveyStage.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PostgresAddress postgres = servers.postgres().orElseThrow();
    Map<String, String> settings = new TreeMap<>();
    settings.put("quarkus.rest-client.survey.url", survey.url());
    settings.put("quarkus.management.test-port", "0");
    settings.putAll(
        Map.of(
            "quarkus.datasource.analysis.jdbc.url",
            postgres.jdbcUrl(),
            "quarkus.datasource.analysis.username",
            postgres.user(),
            "quarkus.datasource.analysis.password",
            postgres.password(),
            "kafka.bootstrap.servers",
            servers.bootstrapServers().orElseThrow(),
            "quarkus.rest-client.matching.url",
            matching.url(),
            "voxpop.analysis.page-size",
            "25",
            "voxpop.analysis.await-interval",
            "50ms",
            "voxpop.temporal.target",
            "127.0.0.1:1",
            "voxpop.hosting.stop-grace",
            "1s",
            "quarkus.http.test-port",
            "0"));
    return settings;
  }

  @Override
  public void stop() {
    if (matching != null) {
      matching.close();
    }
    if (survey != null) {
      survey.close();
    }
    if (servers != null) {
      servers.close();
    }
  }
}
