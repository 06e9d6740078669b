package dev.voxpop.languagemodel.openai;

import static dev.voxpop.contracts.failure.FailureType.MODEL_RATE_LIMITED;
import static dev.voxpop.languagemodel.openai.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.ModelFailure;
import dev.voxpop.languagemodel.ModelFailure.Charge;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of every status that is not a success, on every way a call can take. */
@QuarkusTest
class StatusesTest extends OneServer {

  @ParameterizedTest
  @CsvSource({
    "301, MODEL_REJECTED, NONE",
    "400, MODEL_REJECTED, NONE",
    "401, MODEL_AUTH_FAILED, NONE",
    "403, MODEL_AUTH_FAILED, NONE",
    "404, MODEL_REJECTED, NONE",
    "405, MODEL_REJECTED, NONE",
    "408, MODEL_UNAVAILABLE, UNKNOWN",
    "409, MODEL_UNAVAILABLE, NONE",
    "413, MODEL_REJECTED, NONE",
    "418, MODEL_REJECTED, NONE",
    "422, MODEL_REJECTED, NONE",
    "425, MODEL_UNAVAILABLE, NONE",
    "429, MODEL_RATE_LIMITED, NONE",
    "500, MODEL_UNAVAILABLE, UNKNOWN",
    "502, MODEL_UNAVAILABLE, UNKNOWN",
    "503, MODEL_UNAVAILABLE, NONE",
    "504, MODEL_UNAVAILABLE, UNKNOWN",
    "529, MODEL_UNAVAILABLE, UNKNOWN",
  })
  void status_ofAnyKind_hasItsTypeAfterOneRequest(int status, FailureType type, Charge charge) {
    server.script(json(status, "{\"error\":{\"message\":\"m\"}}", "Location: http://127.0.0.1:1/"));
    for (Way way : Way.values()) {
      int before = server.requests().size();
      ModelFailure failure = failure(way);
      assertThat(failure.type()).as("%s", way).isEqualTo(type);
      assertThat(failure.status()).as("%s", way).isEqualTo(status);
      assertThat(failure.charge()).as("%s", way).isEqualTo(charge);
      assertThat(failure.retryAfter()).isEmpty();
      assertThat(failure.getMessage()).contains("\nMaybe ");
      assertThat(server.requests().size() - before).as("requests of %s", way).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "429, 7, 6300, 7700",
    "503, 7, 6300, 7700",
    "429, 0, 1000, 1000",
    "429, -5, 1000, 1000",
    "429, 1e12, 600000, 600000",
    "429, 'Thu, 05 Nov 2026 10:01:40 GMT', 90000, 110000",
    "429, 'Thu, 05 Nov 2020 10:01:40 GMT', 1000, 1000",
  })
  void retryAfter_secondsOrDate_isClampedAndJittered(
      int status, String header, long least, long most) {
    server.script(json(status, "{}", "Retry-After: " + header));
    for (Way way : Way.values()) {
      ModelFailure failure = failure(way);
      assertThat(failure.type()).isEqualTo(MODEL_RATE_LIMITED);
      assertThat(failure.retryAfter().map(Duration::toMillis))
          .hasValueSatisfying(millis -> assertThat(millis).isBetween(least, most));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void rateLimit_onACall_halvesTheConcurrency(Way way) {
    server.script(json(429, "{}"));
    ModelEndpoint endpoint = endpoints.open(settings(way).settings());
    assertThatThrownBy(() -> ask(way, endpoint)).isInstanceOf(ModelFailure.class);
    assertThat(endpoint.gate().limit()).isEqualTo(4);
    assertThatThrownBy(() -> ask(way, endpoint)).isInstanceOf(ModelFailure.class);
    assertThat(endpoint.gate().limit()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"error\":{\"code\":\"context_length_exceeded\"}}', CONTEXT_TOO_LONG",
    "'{\"error\":\"This model''s maximum context length is 8\"}', CONTEXT_TOO_LONG",
    "'{\"message\":\"Requested tokens (9) exceed context window of 8\"}', CONTEXT_TOO_LONG",
    "'{\"error\":{\"code\":\"content_filter\"}}', CONTENT_FILTERED",
    "'{\"error\":{\"code\":\"other\"}}', MODEL_REJECTED",
  })
  void badRequest_withAReason_isTypedByIt(String body, FailureType type) {
    server.script(json(400, body));
    for (Way way : Way.values()) {
      assertThat(failure(way).type()).isEqualTo(type);
      assertThat(failure(way).raw()).isEqualTo(body);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void key_quotedByTheProvider_isNotKept(Way way, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "sk-canary-7");
    server.script(
        (request, out) ->
            json(401, "{\"error\":\"bad " + request.headers().get("authorization") + "\"}")
                .play(request, out));
    ModelFailure failure = failure(way, settings(way).keyFile(file));
    assertThat(server.requests().getFirst().headers().get("authorization")).contains("canary");
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(failure.raw() + trace).doesNotContain("canary");
  }
}
