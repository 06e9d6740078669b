package dev.voxpop.survey.station;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.LanguageModel;
import dev.voxpop.languagemodel.ModelFailure;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Usage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A minimal client of the simulator, so that tests need no container around the model. */
public final class HttpModel implements LanguageModel {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;

  public HttpModel(int port) {
    base = "http://127.0.0.1:" + port + "/v1/";
  }

  @Override
  public Reply ask(Prompt prompt) {
    ObjectNode body = JSON.createObjectNode();
    String path =
        switch (prompt) {
          case Prompt.Text text -> {
            body.put("model", "sim-base-1").put("prompt", text.text().toString());
            yield "completions";
          }
          case Prompt.Chat chat -> {
            body.put("model", "sim-chat-1").set("messages", messages(chat));
            yield "chat/completions";
          }
        };
    decoding(body, prompt);
    return reply(send(path, body), prompt instanceof Prompt.Text);
  }

  private static ArrayNode messages(Prompt.Chat chat) {
    ArrayNode messages = JSON.createArrayNode();
    if (chat.system().length() > 0) {
      messages.addObject().put("role", "system").put("content", chat.system().toString());
    }
    chat.messages()
        .forEach(
            message ->
                messages
                    .addObject()
                    .put("role", message.role().wireName())
                    .put("content", message.content().toString()));
    return messages;
  }

  private static void decoding(ObjectNode body, Prompt prompt) {
    Decoding decoding = prompt.decoding();
    body.put("temperature", decoding.temperature())
        .put("top_p", decoding.topP())
        .put("max_tokens", decoding.maxTokens())
        .put("n", decoding.choices());
    decoding.seed().ifPresent(seed -> body.put("seed", seed));
    ArrayNode stops = body.putArray("stop");
    decoding.stops().forEach(stops::add);
    if (decoding.topLogprobs() > 0 && prompt instanceof Prompt.Text) {
      body.put("logprobs", decoding.topLogprobs());
    } else if (decoding.topLogprobs() > 0) {
      body.put("logprobs", true).put("top_logprobs", decoding.topLogprobs());
    }
  }

  private JsonNode send(String path, ObjectNode body) {
    try {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(URI.create(base + path))
                  .header("content-type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw refusal(response.statusCode());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw ModelFailure.of(FailureType.MODEL_UNAVAILABLE, "no reply")
          .maybeCharged()
          .cause(e)
          .failure();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static ModelFailure refusal(int status) {
    FailureType type =
        switch (status) {
          case 401, 403 -> FailureType.MODEL_AUTH_FAILED;
          case 429 -> FailureType.MODEL_RATE_LIMITED;
          case 400, 404, 405, 413, 422 -> FailureType.MODEL_REJECTED;
          default -> FailureType.MODEL_UNAVAILABLE;
        };
    return ModelFailure.of(type, "status " + status)
        .status(status)
        .retryAfter(Duration.ofMillis(1))
        .failure();
  }

  private static Reply reply(JsonNode reply, boolean text) {
    List<Reply.Choice> choices = new ArrayList<>();
    StreamSupport.stream(reply.path("choices").spliterator(), false)
        .forEach(choice -> choices.add(choice(choice, text)));
    JsonNode usage = reply.path("usage");
    return new Reply(
        choices,
        new Usage(
            usage.path("prompt_tokens").asLong(),
            0,
            usage.path("completion_tokens").asLong(),
            0,
            Usage.Source.REPORTED),
        reply.path("model").asText(),
        Duration.ofMillis(1));
  }

  private static Reply.Choice choice(JsonNode choice, boolean text) {
    String said =
        text ? choice.path("text").asText() : choice.path("message").path("content").asText();
    Reply.Finish finish =
        choice.path("finish_reason").asText().equals("length")
            ? Reply.Finish.LENGTH
            : Reply.Finish.STOP;
    JsonNode scores = choice.path("logprobs");
    return new Reply.Choice(said, finish, text ? ofTexts(scores) : ofMessages(scores));
  }

  private static List<Reply.Token> ofTexts(JsonNode scores) {
    List<Reply.Token> tokens = new ArrayList<>();
    for (int place = 0; place < scores.path("tokens").size(); place++) {
      List<Reply.Alternative> others = new ArrayList<>();
      scores
          .path("top_logprobs")
          .path(place)
          .properties()
          .forEach(
              entry ->
                  others.add(new Reply.Alternative(entry.getKey(), entry.getValue().asDouble())));
      tokens.add(
          new Reply.Token(
              scores.path("tokens").path(place).asText(),
              scores.path("token_logprobs").path(place).asDouble(),
              others));
    }
    return tokens;
  }

  private static List<Reply.Token> ofMessages(JsonNode scores) {
    List<Reply.Token> tokens = new ArrayList<>();
    for (JsonNode token : scores.path("content")) {
      List<Reply.Alternative> others = new ArrayList<>();
      token
          .path("top_logprobs")
          .forEach(
              top ->
                  others.add(
                      new Reply.Alternative(
                          top.path("token").asText(), top.path("logprob").asDouble())));
      tokens.add(
          new Reply.Token(token.path("token").asText(), token.path("logprob").asDouble(), others));
    }
    return tokens;
  }
}
