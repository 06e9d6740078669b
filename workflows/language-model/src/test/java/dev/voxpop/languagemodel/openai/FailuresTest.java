package dev.voxpop.languagemodel.openai;

import static dev.voxpop.contracts.failure.FailureType.CONTENT_FILTERED;
import static dev.voxpop.contracts.failure.FailureType.MODEL_RATE_LIMITED;
import static dev.voxpop.contracts.failure.FailureType.MODEL_REJECTED;
import static dev.voxpop.contracts.failure.FailureType.MODEL_REPLY_MALFORMED;
import static dev.voxpop.contracts.failure.FailureType.MODEL_UNAVAILABLE;
import static dev.voxpop.languagemodel.openai.ScriptedServer.json;
import static dev.voxpop.languagemodel.openai.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.ModelFailure;
import dev.voxpop.languagemodel.ModelFailure.Charge;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Reply.Finish;
import dev.voxpop.languagemodel.Seat;
import dev.voxpop.languagemodel.Usage;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of every misbehaviour of a server, on every way a call can take. */
@QuarkusTest
class FailuresTest {

  private static final Instant NOW = Instant.parse("2026-11-05T10:00:00Z");

  private final Endpoints endpoints =
      Endpoints.with(InstantSource.fixed(NOW), new SplittableRandom(1));
  private final ScriptedServer server = ScriptedServer.start(json(500, "{}"));
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void close() {
    over.countDown();
    server.close();
  }

  private Reply ask(Way way, TestSettings settings) {
    return ask(way, endpoints.open(settings.settings()));
  }

  private static Reply ask(Way way, ModelEndpoint endpoint) {
    try (Seat seat = endpoint.enter("e")) {
      return seat.ask(way.prompt());
    }
  }

  private ModelFailure failure(Way way) {
    return failure(way, TestSettings.of(server.baseUrl(), way.kind()));
  }

  private ModelFailure failure(Way way, TestSettings settings) {
    ModelFailure failure = catchThrowableOfType(ModelFailure.class, () -> ask(way, settings));
    assertThat(failure).as("failure of %s", way).isNotNull();
    return failure;
  }

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
    ModelEndpoint endpoint =
        endpoints.open(TestSettings.of(server.baseUrl(), way.kind()).settings());
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
  @CsvSource({
    "'<html>welcome</html>', text/html",
    "'{\"id\":\"x\",\"choices\":[{', application/json",
    "'[]', application/json",
    "'\"text\"', application/json",
    "'{\"id\":\"x\",\"choices\":[{\"text\":NaN}]}', application/json",
    "'{\"id\":\"x\"} trailing', application/json",
    "'', application/json",
  })
  void envelope_thatIsNoReply_isMalformedWithItsText(String body, String type) {
    server.script(reply(200, type, body));
    for (Way way : Way.values()) {
      ModelFailure failure = failure(way);
      assertThat(failure.type()).as("%s", way).isEqualTo(MODEL_REPLY_MALFORMED);
      assertThat(failure.charge()).isEqualTo(Charge.UNKNOWN);
      assertThat(failure.raw()).as("%s", way).isEqualTo(body);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void envelope_withoutChoices_isMalformed(Way way) {
    server.script(json(200, "{\"id\":\"x\",\"model\":\"m\",\"choices\":[]}"));
    assertThat(failure(way).type()).isEqualTo(MODEL_REPLY_MALFORMED);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void envelope_nestedTooDeep_isMalformed(Way way) {
    server.script(json(200, "{\"id\":" + "[".repeat(100_000)));
    ModelFailure failure = failure(way);
    assertThat(failure.type()).isEqualTo(MODEL_REPLY_MALFORMED);
    assertThat(failure.raw().length()).isLessThanOrEqualTo(ModelFailure.MOST_RAW_BYTES);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void answer_withNulAndLoneSurrogates_isCleaned(Way way) {
    server.script(json(200, way.envelope("\"a\\u0000b\\ud800c\\ud83d\\ude00\"")));
    assertThat(ask(way, TestSettings.of(server.baseUrl(), way.kind())).first().text())
        .isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE00");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void answer_empty_isAReply(Way way) {
    server.script(json(200, way.envelope("\"\"")));
    Reply reply = ask(way, TestSettings.of(server.baseUrl(), way.kind()));
    assertThat(reply.first().text()).isEmpty();
    assertThat(reply.usage()).isEqualTo(new Usage(5, 0, 2, 0, Usage.Source.REPORTED));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void contentFilter_asFinish_isAPaidFailure(Way way) {
    server.script(json(200, way.envelope("\"\"").replace("\"stop\"", "\"content_filter\"")));
    ModelFailure failure = failure(way);
    assertThat(failure.type()).isEqualTo(CONTENT_FILTERED);
    assertThat(failure.charge()).isEqualTo(Charge.REPORTED);
    assertThat(failure.usage()).hasValue(new Usage(5, 0, 2, 0, Usage.Source.REPORTED));
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAT_BY_REST", "CHAT_BY_LANGCHAIN"})
  void refusal_ofTheProvider_isAnAnswer(Way way) {
    server.script(
        json(200, way.envelope("null").replace("null}", "null,\"refusal\":\"I cannot.\"}")));
    Reply reply = ask(way, TestSettings.of(server.baseUrl(), way.kind()));
    assertThat(reply.first().finish()).isEqualTo(Finish.REFUSAL);
    assertThat(reply.first().text()).isEqualTo("I cannot.");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void server_notThere_isUnavailableAndUnsent(Way way) {
    var nowhere = TestSettings.of(server.baseUrl(), way.kind());
    server.close();
    ModelFailure failure = failure(way, nowhere);
    assertThat(failure.type()).isEqualTo(MODEL_UNAVAILABLE);
    assertThat(failure.charge()).isEqualTo(Charge.UNSENT);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void connection_resetAfterTheRequest_isUnavailableAfterOneRequest(Way way) {
    server.script(
        (request, out) -> {
          throw new ScriptedServer.Reset();
        });
    ModelFailure failure = failure(way);
    assertThat(failure.type()).isEqualTo(MODEL_UNAVAILABLE);
    assertThat(failure.charge()).isEqualTo(Charge.UNKNOWN);
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void connection_resetInTheBody_isUnavailable(Way way) {
    server.script(
        (request, out) -> {
          out.write(head(1000));
          out.write("{\"id\":".getBytes(StandardCharsets.UTF_8));
          out.flush();
          throw new ScriptedServer.Reset();
        });
    ModelFailure failure = failure(way);
    assertThat(failure.type()).isEqualTo(MODEL_UNAVAILABLE);
    assertThat(failure.charge()).isEqualTo(Charge.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void server_thatNeverAnswers_isCutOffAtTheDeadline(Way way) {
    server.script((request, out) -> await());
    assertCutOff(way);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void server_thatDrips_isCutOffAtTheDeadlineOfTheWholeCall(Way way) {
    server.script(
        (request, out) -> {
          out.write(head(1 << 20));
          while (!isOverWithin20Millis()) {
            out.write(' ');
            out.flush();
          }
        });
    assertCutOff(way);
  }

  private void assertCutOff(Way way) {
    var settings =
        TestSettings.of(server.baseUrl(), way.kind()).callTimeout(Duration.ofMillis(300));
    ModelFailure failure = failure(way, settings);
    assertThat(failure.type()).isEqualTo(MODEL_UNAVAILABLE);
    assertThat(failure.charge()).isEqualTo(Charge.UNKNOWN);
    assertThat(failure.getMessage()).contains("took longer than PT0.3S");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void body_withoutEnd_isRefusedAtTheLimit(Way way) {
    server.script(
        (request, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
          byte[] chunk = ("400\r\n" + " ".repeat(1024) + "\r\n").getBytes(StandardCharsets.UTF_8);
          while (over.getCount() > 0) {
            out.write(chunk);
          }
        });
    ModelFailure failure =
        failure(way, TestSettings.of(server.baseUrl(), way.kind()).maxBytes(100_000));
    assertThat(failure.type()).isEqualTo(MODEL_REPLY_MALFORMED);
    assertThat(failure.getMessage()).contains("larger than 100000 bytes");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void headers_ofTenMegabytes_areRefused(Way way) {
    server.script(
        (request, out) -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
          byte[] header = ("X-A: " + "a".repeat(1000) + "\r\n").getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < 10_000; i++) {
            out.write(header);
          }
        });
    assertThat(failure(way).type()).isEqualTo(MODEL_UNAVAILABLE);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void address_thatIsLoopbackUnderAnotherName_isNotCalled(Way way) {
    ModelFailure failure = failure(way, TestSettings.of(server.baseUrl("127.0.0.2"), way.kind()));
    assertThat(failure.type()).isEqualTo(MODEL_REJECTED);
    assertThat(failure.charge()).isEqualTo(Charge.UNSENT);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void proxy_ofTheEnvironment_isNotUsed() {
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", "1");
    System.setProperty("http.nonProxyHosts", "");
    try {
      for (Way way : Way.values()) {
        server.script(json(200, way.envelope("\"x\"")));
        assertThat(ask(way, TestSettings.of(server.baseUrl(), way.kind())).first().text())
            .isEqualTo("x");
      }
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
      System.clearProperty("http.nonProxyHosts");
    }
  }

  private boolean isOverWithin20Millis() {
    try {
      return over.await(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] head(int length) {
    return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
