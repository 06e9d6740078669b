package dev.voxpop.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.simulator.server.Latency;
import dev.voxpop.simulator.server.Limits;
import dev.voxpop.simulator.server.Pace;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SimulatorServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUESTION =
      "Question: How worried are you about the sea?\\n(A) Very worried\\n(B) Somewhat worried\\n(C) Not too worried\\n(D) Not at all worried\\nAnswer:";

  private final HttpClient client = HttpClient.newHttpClient();
  private SimulatorServer server = SimulatorServer.start(SimulatorOptions.DEFAULTS);

  @BeforeEach
  void isReady() throws Exception {
    assertThat(get("/healthz").path("status").asText()).isEqualTo("up");
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  @Test
  void models_asked_listsBothAndNoOther() throws Exception {
    assertThat(get("/v1/models").findValuesAsText("id"))
        .containsExactly("sim-base-1", "sim-chat-1");
  }

  @Test
  void completion_sameSeedTwice_sameTextAndOneRepeat() throws Exception {
    String body = completion("\"seed\":5,\"n\":4,\"max_tokens\":20");
    JsonNode first = post("/v1/completions", body, 200);
    JsonNode second = post("/v1/completions", body, 200);
    assertThat(first.findValuesAsText("text"))
        .hasSize(4)
        .isEqualTo(second.findValuesAsText("text"));
    JsonNode stats = get("/stats");
    assertThat(stats.path("calls").asLong()).isEqualTo(2);
    assertThat(stats.path("distinctPairs").asLong()).isEqualTo(1);
    assertThat(stats.path("repeats").asLong()).isEqualTo(1);
    assertThat(stats.path("inputTokens").asLong())
        .isEqualTo(2 * first.path("usage").path("prompt_tokens").asLong());
    assertThat(stats.path("moneyMicros").asLong()).isPositive();
  }

  @Test
  void completion_withoutSeed_repeatsDiffer() throws Exception {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      texts.add(
          post("/v1/completions", completion("\"max_tokens\":20"), 200)
              .findValuesAsText("text")
              .getFirst());
    }
    assertThat(texts.stream().distinct().count()).isGreaterThan(1);
    assertThat(server.stats().repeats()).isZero();
  }

  @Test
  void completion_logprobs_symbolsCarryMostMassWithAndWithoutSpace() throws Exception {
    JsonNode reply =
        post(
            "/v1/completions",
            completion("\"seed\":1,\"logprobs\":20,\"temperature\":0")
                .replace("Answer:", "Answer: ("),
            200);
    JsonNode top = reply.path("choices").get(0).path("logprobs").path("top_logprobs").get(0);
    double mass = 0;
    for (String token : List.of("A", "B", "C", "D")) {
      assertThat(top.has(token)).isTrue();
      assertThat(top.has(" " + token)).isTrue();
      mass += Math.exp(top.path(token).asDouble()) + Math.exp(top.path(" " + token).asDouble());
    }
    assertThat(mass).isBetween(0.95, 0.99);
  }

  @Test
  void chat_logprobs_reportBytesAndAlternatives() throws Exception {
    JsonNode reply =
        post(
            "/v1/chat/completions",
            chat("\"seed\":1,\"logprobs\":true,\"top_logprobs\":5,\"temperature\":0"),
            200);
    JsonNode tokens = reply.path("choices").get(0).path("logprobs").path("content");
    assertThat(tokens.get(1).path("top_logprobs")).hasSize(5);
    assertThat(tokens.get(0).path("bytes").get(0).asInt()).isEqualTo('(');
    assertThat(reply.path("choices").get(0).path("message").path("role").asText())
        .isEqualTo("assistant");
  }

  @Test
  void chat_jsonSchema_isObeyed() throws Exception {
    String format =
        "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a\",\"schema\":{\"type\":\"object\",\"properties\":{\"reason\":{\"type\":\"string\"},\"answer\":{\"type\":\"string\",\"enum\":[\"A\",\"B\",\"C\",\"D\"]}}}}}";
    int obeyed = 0;
    for (int seed = 0; seed < 100; seed++) {
      String text =
          post("/v1/chat/completions", chat("\"seed\":" + seed + "," + format), 200)
              .findValuesAsText("content")
              .getFirst();
      obeyed +=
          text.startsWith("{")
                  && List.of("A", "B", "C", "D")
                      .contains(JSON.readTree(text).path("answer").asText())
              ? 1
              : 0;
    }
    assertThat(obeyed).isBetween(94, 100);
  }

  @Test
  void completion_fewTokens_finishesWithLength() throws Exception {
    JsonNode reply =
        post("/v1/completions", completion("\"seed\":1,\"max_tokens\":1,\"temperature\":0"), 200);
    assertThat(reply.path("choices").get(0).path("finish_reason").asText()).isEqualTo("length");
    assertThat(reply.path("usage").path("completion_tokens").asInt()).isEqualTo(1);
  }

  @Test
  void request_unknownModel_is404InOpenAiShape() throws Exception {
    JsonNode error =
        post("/v1/completions", completion("\"seed\":1").replace("sim-base-1", "gpt-9"), 404)
            .path("error");
    assertThat(error.path("code").asText()).isEqualTo("model_not_found");
    assertThat(error.path("message").asText()).contains("gpt-9");
  }

  @Test
  void request_malformed_is400InOpenAiShape() throws Exception {
    for (String body :
        List.of(
            "{",
            "[]",
            "{\"model\":\"sim-base-1\"}",
            completion("\"n\":0"),
            completion("\"seed\":\"x\""),
            completion("\"temperature\":9"))) {
      assertThat(post("/v1/completions", body, 400).path("error").path("type").asText())
          .isEqualTo("invalid_request_error");
    }
  }

  @Test
  void request_overConcurrency_is429WithRetryAfter() throws Exception {
    restart(
        SimulatorOptions.DEFAULTS
            .withLimits(new Limits(2, 0, 0))
            .withPace(new Pace(new Latency.Fixed(Duration.ofSeconds(3)), Duration.ZERO)));
    List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      calls.add(
          client.sendAsync(
              request("/v1/completions", completion("\"seed\":" + i)),
              HttpResponse.BodyHandlers.ofString()));
    }
    List<HttpResponse<String>> replies = calls.stream().map(CompletableFuture::join).toList();
    List<HttpResponse<String>> refused =
        replies.stream().filter(reply -> reply.statusCode() == 429).toList();
    assertThat(refused)
        .hasSize(4)
        .allSatisfy(reply -> assertThat(reply.headers().firstValue("Retry-After")).contains("1"));
    assertThat(server.stats().peakInFlight()).isEqualTo(2);
    assertThat(server.stats().refused()).isEqualTo(4);
    assertThat(server.stats().serviceMicros()).isGreaterThanOrEqualTo(6_000_000);
  }

  @Test
  void request_overRate_is429WithHeaders() throws Exception {
    restart(SimulatorOptions.DEFAULTS.withLimits(new Limits(0, 3, 0)));
    for (int i = 0; i < 3; i++) {
      post("/v1/completions", completion("\"seed\":" + i), 200);
    }
    HttpResponse<String> refused =
        client.send(
            request("/v1/completions", completion("\"seed\":9")),
            HttpResponse.BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("x-ratelimit-limit-requests")).contains("3");
    assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1L, 20L);
  }

  private void restart(SimulatorOptions options) {
    server.close();
    server = SimulatorServer.start(options);
  }

  private static String completion(String more) {
    return "{\"model\":\"sim-base-1\",\"prompt\":\"" + QUESTION + "\"," + more + "}";
  }

  private static String chat(String more) {
    return "{\"model\":\"sim-chat-1\",\"messages\":[{\"role\":\"system\",\"content\":\"Answer as the person described.\"},{\"role\":\"user\",\"content\":\""
        + QUESTION
        + "\"}],"
        + more
        + "}";
  }

  private JsonNode post(String path, String body, int status) throws Exception {
    HttpResponse<String> reply =
        client.send(request(path, body), HttpResponse.BodyHandlers.ofString());
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
    return JSON.readTree(reply.body());
  }

  private JsonNode get(String path) throws Exception {
    return JSON.readTree(
        client
            .send(
                HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString())
            .body());
  }

  private HttpRequest request(String path, String body) {
    return HttpRequest.newBuilder(address(path))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
