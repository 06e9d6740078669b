package dev.voxpop.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path data;

  @BeforeEach
  void quieten() {
    LogLevels.apply();
  }

  /** Whatever a failed test left running is stopped. */
  @AfterEach
  void stopSurvivors() {
    TemporalState.read(data.resolve("temporal").resolve("server.properties"))
        .filter(TemporalState::lives)
        .flatMap(state -> ProcessHandle.of(state.pid()))
        .ifPresent(process -> Processes.stop(process, PATIENCE));
  }

  private EmbeddedOptions options(TemporalChoice choice) {
    return EmbeddedOptions.in(data)
        .withWanted(EnumSet.of(EmbeddedServer.TEMPORAL))
        .withTemporal(choice)
        .withContents(
            new Contents(List.of(), List.of(), Map.of("Phase", SearchAttributeType.KEYWORD)));
  }

  @Test
  void inMemory_workflowWithASearchAttribute_runsOnTheRememberedPort() {
    String target;
    try (EmbeddedServers servers = EmbeddedServers.start(options(new TemporalChoice.InMemory()))) {
      TemporalAddress address = servers.temporal().orElseThrow();
      target = address.target();
      assertThat(address.kind()).isEqualTo(TemporalKind.IN_MEMORY);
      assertThat(address.uiUrl()).isEmpty();
      long begun = System.nanoTime();
      assertThat(startAndFinish(target, "word")).isEqualTo("word");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Echo.NAP);
      assertThat(startTime(target, "word")).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
      assertThat(servers.summary()).anyMatch(line -> line.contains("forgets"));
    }
    try (EmbeddedServers servers = EmbeddedServers.start(options(new TemporalChoice.InMemory()))) {
      assertThat(servers.temporal().orElseThrow().target()).isEqualTo(target);
      assertThat(startAndFinish(target, "again")).isEqualTo("again");
    }
  }

  @Test
  void binary_thatIsNoServer_isRefusedWithItsWords() throws IOException {
    Path pretender = Files.writeString(data.resolve("temporal-cli"), "#!/bin/sh\necho no thanks\n");
    assertThat(pretender.toFile().setExecutable(true)).isTrue();

    assertThatThrownBy(
            () -> EmbeddedServers.start(options(new TemporalChoice.Binary(pretender))).close())
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("no thanks")
        .hasMessageContaining("voxpop.temporal.target");
  }

  @Test
  void devServer_restartedOnItsFile_stillHasItsOpenRun() throws IOException, InterruptedException {
    TemporalChoice binary = binary();
    try (EmbeddedServers servers = EmbeddedServers.start(options(binary))) {
      TemporalAddress address = servers.temporal().orElseThrow();
      assertThat(address.kind()).isEqualTo(TemporalKind.DEV_SERVER);
      assertUiAnswers(address.uiUrl().orElseThrow());
      assertKeepsFinishedRunsFor30Days(address.target());
      Echo.on(address.target(), client -> start(client, "open"));
    }
    try (EmbeddedServers servers = EmbeddedServers.start(options(binary))) {
      TemporalAddress address = servers.temporal().orElseThrow();
      assertThat(address.origin()).isEqualTo(Origin.STARTED);
      assertThat(Echo.<String>on(address.target(), client -> Echo.finish(client, "open", "late")))
          .isEqualTo("late");
    }
  }

  @Test
  void devServer_survivorOfAKilledParent_isTakenOverAndStopped() throws IOException {
    TemporalChoice.Binary binary = binary();
    long survivor = survivorOf(binary);
    String target = state().target();
    try (EmbeddedServers servers = EmbeddedServers.start(options(binary))) {
      TemporalAddress address = servers.temporal().orElseThrow();
      assertThat(address.origin()).isEqualTo(Origin.ADOPTED);
      assertThat(address.target()).isEqualTo(target);
      assertThat(startAndFinish(target, "word")).isEqualTo("word");
    }
    assertThat(Processes.running(survivor)).isEmpty();
  }

  @Test
  void devServer_survivorWhenTheInMemoryOneIsChosen_isStopped() throws IOException {
    long survivor = survivorOf(binary());
    try (EmbeddedServers servers = EmbeddedServers.start(options(new TemporalChoice.InMemory()))) {
      assertThat(servers.temporal().orElseThrow().kind()).isEqualTo(TemporalKind.IN_MEMORY);
      assertThat(Processes.running(survivor)).isEmpty();
    }
  }

  /** Starts a dev server from a process that is then killed. */
  private long survivorOf(TemporalChoice.Binary binary) throws IOException {
    String[] arguments = {
      "--data", data.toString(), "--only", "temporal", "--temporal", binary.path().toString()
    };
    try (ChildJvm parent = ChildJvm.start(EmbeddedMain.class, arguments)) {
      assertThat(parent.said("temporal-kind")).isEqualTo("DEV_SERVER");
      parent.kill();
    }
    return state().pid();
  }

  private TemporalState state() {
    return TemporalState.read(data.resolve("temporal").resolve("server.properties")).orElseThrow();
  }

  /** A real binary; without one these tests are left out, visibly. */
  private TemporalChoice.Binary binary() {
    Optional<Path> found = TemporalBinary.find(data);
    String message =
        "LEFT OUT: no temporal binary on the path, so the real dev server is not tested here.";
    if (found.isEmpty()) {
      System.err.println(message);
    }
    assumeTrue(found.isPresent(), message);
    return new TemporalChoice.Binary(found.orElseThrow());
  }

  private static String startAndFinish(String target, String word) {
    return Echo.on(
        target,
        client -> {
          Echo.start(client, word);
          return Echo.finish(client, word, word);
        });
  }

  private static Instant startTime(String target, String id) {
    return Echo.on(target, client -> client.newUntypedWorkflowStub(id).describe().getStartTime());
  }

  private static String start(WorkflowClient client, String id) {
    Echo.start(client, id);
    return id;
  }

  private static void assertUiAnswers(String url) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> page =
          http.send(
              HttpRequest.newBuilder(URI.create(url)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(page.statusCode()).isEqualTo(200);
    }
  }

  private static void assertKeepsFinishedRunsFor30Days(String target) {
    long seconds =
        Echo.on(
            target,
            client ->
                client
                    .getWorkflowServiceStubs()
                    .blockingStub()
                    .describeNamespace(
                        DescribeNamespaceRequest.newBuilder().setNamespace("default").build())
                    .getConfig()
                    .getWorkflowExecutionRetentionTtl()
                    .getSeconds());
    assertThat(Duration.ofSeconds(seconds)).isEqualTo(Duration.ofDays(30));
  }
}
