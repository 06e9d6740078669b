package dev.voxpop.languagemodel.openai;

import static dev.voxpop.contracts.failure.FailureType.CONTENT_FILTERED;
import static dev.voxpop.contracts.failure.FailureType.MODEL_REJECTED;
import static dev.voxpop.contracts.failure.FailureType.MODEL_REPLY_MALFORMED;
import static dev.voxpop.contracts.failure.FailureType.MODEL_UNAVAILABLE;
import static dev.voxpop.contracts.failure.FailureType.WORKER_STOPPING;
import static dev.voxpop.languagemodel.openai.ScriptedServer.json;
import static dev.voxpop.languagemodel.openai.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.languagemodel.ModelFailure;
import dev.voxpop.languagemodel.ModelFailure.Charge;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Reply.Finish;
import dev.voxpop.languagemodel.Usage;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of every misbehaviour below the status, on every way a call can take. */
@QuarkusTest
class MisbehaviourTest extends OneServer {

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
    assertThat(ask(way, settings(way)).first().text()).isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE00");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void answer_empty_isAReply(Way way) {
    server.script(json(200, way.envelope("\"\"")));
    Reply reply = ask(way, settings(way));
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
    Reply reply = ask(way, settings(way));
    assertThat(reply.first().finish()).isEqualTo(Finish.REFUSAL);
    assertThat(reply.first().text()).isEqualTo("I cannot.");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void server_notThere_isUnavailableAndUnsent(Way way) throws IOException {
    try (Socket nobodyListens = new Socket()) {
      nobodyListens.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      var nowhere = URI.create("http://127.0.0.1:%d/v1".formatted(nobodyListens.getLocalPort()));
      ModelFailure failure = failure(way, TestSettings.of(nowhere, way.kind()));
      assertThat(failure.type()).isEqualTo(MODEL_UNAVAILABLE);
      assertThat(failure.charge()).isEqualTo(Charge.UNSENT);
    }
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
  void caller_interruptedDuringACall_isStoppingAndMayHaveToPay(Way way) throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    server.script(
        (request, out) -> {
          arrived.countDown();
          await();
        });
    FutureTask<ModelFailure> call = new FutureTask<>(() -> failure(way));
    Thread caller = Thread.ofVirtual().start(call);
    arrived.await();
    caller.interrupt();
    assertThat(call.get().type()).isEqualTo(WORKER_STOPPING);
    assertThat(call.get().charge()).isEqualTo(Charge.UNKNOWN);
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
    var settings = settings(way).callTimeout(Duration.ofMillis(300));
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
    ModelFailure failure = failure(way, settings(way).maxBytes(100_000));
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
        assertThat(ask(way, settings(way)).first().text()).isEqualTo("x");
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
