package dev.voxpop.languagemodel.openai;

import static dev.voxpop.languagemodel.openai.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.ModelFailure;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Seat;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;

/** A scripted server and endpoints at it, for tests of one call at a time. */
abstract class OneServer {

  private static final Instant NOW = Instant.parse("2026-11-05T10:00:00Z");

  final Endpoints endpoints = Endpoints.with(InstantSource.fixed(NOW), new SplittableRandom(1));
  final ScriptedServer server = ScriptedServer.start(json(500, "{}"));

  /** Ends with the test, for scripts that never answer. */
  final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void close() {
    over.countDown();
    server.close();
  }

  TestSettings settings(Way way) {
    return TestSettings.of(server.baseUrl(), way.kind());
  }

  Reply ask(Way way, TestSettings settings) {
    return ask(way, endpoints.open(settings.settings()));
  }

  static Reply ask(Way way, ModelEndpoint endpoint) {
    try (Seat seat = endpoint.enter("e")) {
      return seat.ask(way.prompt());
    }
  }

  ModelFailure failure(Way way) {
    return failure(way, settings(way));
  }

  ModelFailure failure(Way way, TestSettings settings) {
    ModelFailure failure = catchThrowableOfType(ModelFailure.class, () -> ask(way, settings));
    assertThat(failure).as("failure of %s", way).isNotNull();
    return failure;
  }
}
