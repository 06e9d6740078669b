package dev.voxpop.languagemodel.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.Message;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.ModelFailure;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.PromptText;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Seat;
import dev.voxpop.languagemodel.openai.ModelSettings.Kind;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How calls travel: connections, keys, and the bytes of requests. */
@QuarkusTest
class TransportTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Endpoints endpoints =
      Endpoints.with(InstantSource.system(), new SplittableRandom(1));
  private final ScriptedServer server = ScriptedServer.start(new FakeProvider());

  @AfterEach
  void close() {
    server.close();
  }

  private static Reply ask(ModelEndpoint endpoint, Prompt prompt) {
    try (Seat seat = endpoint.enter("e")) {
      return seat.ask(prompt);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void calls_256AtOnce_areAllInFlightTogether(Way way) throws Exception {
    int calls = 256;
    CountDownLatch allHere = new CountDownLatch(calls);
    server.script(
        (request, out) -> {
          allHere.countDown();
          try {
            // Answers only once every call has arrived; a smaller pool never gets there.
            if (allHere.await(30, TimeUnit.SECONDS)) {
              new FakeProvider().play(request, out);
            }
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        });
    ModelEndpoint endpoint =
        endpoints.open(
            TestSettings.of(server.baseUrl(), way.kind())
                .concurrency(calls)
                .callTimeout(Duration.ofMinutes(1))
                .settings());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> replies = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        replies.add(threads.submit(() -> ask(endpoint, way.prompt())));
      }
      for (Future<Reply> reply : replies) {
        assertThat(reply.get().first().text()).isNotEmpty();
      }
    }
    assertThat(server.requests()).hasSize(calls);
    assertThat(endpoint.gate().held()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void calls_oneAfterTheOther_shareAConnection(Way way) {
    ModelEndpoint endpoint =
        endpoints.open(TestSettings.of(server.baseUrl(), way.kind()).settings());
    for (int i = 0; i < 20; i++) {
      ask(endpoint, way.prompt());
    }
    assertThat(server.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void key_replacedInItsFile_isUsedByTheNextCall(Way way, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "sk-first\n");
    ModelEndpoint endpoint =
        endpoints.open(TestSettings.of(server.baseUrl(), way.kind()).keyFile(file).settings());
    ask(endpoint, way.prompt());
    Files.writeString(file, "sk-the-second-one\n");
    ask(endpoint, way.prompt());
    assertThat(server.requests())
        .extracting(request -> request.headers().get("authorization"))
        .containsExactly("Bearer sk-first", "Bearer sk-the-second-one");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void key_whoseFileIsMissingOrBroken_failsBeforeTheCall(Way way, @TempDir Path folder)
      throws IOException {
    Path broken = Files.writeString(folder.resolve("broken"), "sk-canary\r\nX-Injected: 1");
    for (Path file : List.of(folder.resolve("missing"), broken)) {
      ModelEndpoint endpoint =
          endpoints.open(TestSettings.of(server.baseUrl(), way.kind()).keyFile(file).settings());
      ModelFailure failure =
          catchThrowableOfType(ModelFailure.class, () -> ask(endpoint, way.prompt()));
      assertThat(failure.type()).isEqualTo(FailureType.MODEL_AUTH_FAILED);
      assertThat(failure.charge()).isEqualTo(ModelFailure.Charge.UNSENT);
      assertThat(failure.getMessage()).doesNotContain("canary").contains("\nMaybe ");
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void key_absent_sendsNoAuthorization() {
    for (Way way : Way.values()) {
      ask(endpoints.open(TestSettings.of(server.baseUrl(), way.kind()).settings()), way.prompt());
    }
    assertThat(server.requests())
        .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("authorization"));
  }

  @Test
  void request_forText_carriesExactlyWhatWasAsked() throws IOException {
    PromptText text = PromptText.of("Line \"one\"\n\u0001").plus("ä😀").plus(" (A)");
    Decoding decoding =
        Decoding.ofMaxTokens(9)
            .withSampling(0.5, 0.9)
            .withSeed(2147483647)
            .withStops(List.of("", "Q:", "Q:"))
            .withTopLogprobs(5)
            .withChoices(3);
    ask(
        endpoints.open(TestSettings.of(server.baseUrl(), Kind.COMPLETION).settings()),
        new Prompt.Text(text, decoding));
    assertThat(MAPPER.readTree(server.requests().getFirst().body()))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"model": "fake-1", "prompt": "Line \\"one\\"\\n\\u0001ä😀 (A)", "max_tokens": 9,
                 "temperature": 0.5, "top_p": 0.9, "n": 3, "stop": ["Q:"], "seed": 2147483647,
                 "logprobs": 5}
                """));
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAT_BY_REST", "CHAT_BY_LANGCHAIN"})
  void request_forChat_carriesTheSameOnBothWays(Way way) throws IOException {
    Decoding decoding =
        way.prompt()
            .decoding()
            .withSampling(0.5, 0.9)
            .withSeed(11)
            .withStops(List.of("Q:"))
            .withTopLogprobs(5)
            .withSchema(new Decoding.Schema("answer", "{\"type\":\"object\"}"));
    Prompt prompt =
        new Prompt.Chat(
            PromptText.of("Be brief."),
            List.of(Message.user("Hi"), Message.assistant("Hello"), Message.user("Tea?")),
            decoding);
    ask(endpoints.open(TestSettings.of(server.baseUrl(), Kind.CHAT).settings()), prompt);
    JsonNode body = MAPPER.readTree(server.requests().getFirst().body());
    assertThat(body.path("messages"))
        .isEqualTo(
            MAPPER.readTree(
                """
                [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hi"},
                 {"role": "assistant", "content": "Hello"}, {"role": "user", "content": "Tea?"}]
                """));
    assertThat(body.path("temperature").asDouble()).isEqualTo(0.5);
    assertThat(body.path("top_p").asDouble()).isEqualTo(0.9);
    assertThat(body.path("max_tokens").asInt()).isEqualTo(16);
    assertThat(body.path("seed").asInt()).isEqualTo(11);
    assertThat(body.path("stop")).isEqualTo(MAPPER.readTree("[\"Q:\"]"));
    assertThat(body.path("logprobs").asBoolean()).isTrue();
    assertThat(body.path("top_logprobs").asInt()).isEqualTo(5);
    assertThat(body.path("response_format").path("json_schema").path("name").asText())
        .isEqualTo("answer");
    assertThat(body.path("response_format").path("json_schema").path("strict").asBoolean())
        .isTrue();
    assertThat(body.path("response_format").path("json_schema").path("schema").path("type"))
        .isEqualTo(MAPPER.readTree("\"object\""));
    assertThat(body.has("presence_penalty")).isFalse();
    assertThat(body.has("frequency_penalty")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAT_BY_REST", "CHAT_BY_LANGCHAIN"})
  void instruction_withoutASystemRole_opensTheFirstUserMessage(Way way) throws IOException {
    Prompt prompt =
        new Prompt.Chat(
            PromptText.of("Be brief."), List.of(Message.user("Tea?")), way.prompt().decoding());
    ask(
        endpoints.open(TestSettings.of(server.baseUrl(), Kind.CHAT).withoutSystemRole().settings()),
        prompt);
    assertThat(MAPPER.readTree(server.requests().getFirst().body()).path("messages"))
        .isEqualTo(MAPPER.readTree("[{\"role\": \"user\", \"content\": \"Be brief.\\n\\nTea?\"}]"));
  }
}
