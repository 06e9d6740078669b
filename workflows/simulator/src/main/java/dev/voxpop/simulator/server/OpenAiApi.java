package dev.voxpop.simulator.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.chance.Keys;
import dev.voxpop.simulator.reading.Turn;
import dev.voxpop.simulator.server.ApiRequest.Form;
import dev.voxpop.simulator.speaking.Ask;
import dev.voxpop.simulator.speaking.Reply;
import dev.voxpop.simulator.speaking.Sampling;
import dev.voxpop.simulator.speaking.Script;
import dev.voxpop.simulator.speaking.SimulatedModel;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** The addresses of the server and what they answer. One instance serves all event loops. */
public final class OpenAiApi {
  private final ObjectMapper json = new ObjectMapper();
  private final SimulatedModel model;
  private final Traffic traffic;
  private final ReplyWriter writer;

  /** The API of a model under a server's traffic rules. */
  public OpenAiApi(SimulatedModel model, Traffic traffic, InstantSource clock) {
    this.model = model;
    this.traffic = traffic;
    this.writer = new ReplyWriter(json, clock);
  }

  /** Answers one request. */
  public void handle(Vertx vertx, HttpServerRequest request) {
    switch (request.method().name() + " " + request.path()) {
      case "GET /healthz" ->
          send(request.response(), 200, json.createObjectNode().put("status", "up"));
      case "GET /stats" -> send(request.response(), 200, json.valueToTree(traffic.stats()));
      case "GET /v1/models" -> send(request.response(), 200, models());
      case "POST /v1/completions" -> admit(vertx, request, Form.TEXT);
      case "POST /v1/chat/completions" -> admit(vertx, request, Form.CHAT);
      default ->
          error(
              request.response(),
              ApiException.unknownAddress(request.method().name(), request.path()));
    }
  }

  private void admit(Vertx vertx, HttpServerRequest request, Form form) {
    HttpServerResponse response = request.response();
    if (!traffic.enter()) {
      tooMany(response, "Too many requests at once.", 1);
      return;
    }
    long started = traffic.now();
    request
        .body()
        .onSuccess(body -> answer(vertx, response, form, new Arrival(body, started)))
        .onFailure(broken -> traffic.leave(started));
  }

  private void answer(Vertx vertx, HttpServerResponse response, Form form, Arrival arrival) {
    Duration delay = Duration.ZERO;
    try {
      Work work = work(RequestReader.read(json, arrival.body().getBytes(), form));
      String refusal = overRate(work);
      if (!refusal.isEmpty()) {
        tooMany(
            response,
            refusal,
            Math.max(
                traffic.requests().secondsUntil(1),
                traffic.tokens().secondsUntil(work.inputTokens())));
      } else {
        delay = serve(vertx, response, work, arrival);
      }
    } catch (ApiException e) {
      traffic.fail();
      error(response, e);
    }
    if (delay.isZero()) {
      traffic.leave(arrival.started());
    }
  }

  /** Does the work and sends the reply, at once or later; the time that is still to pass. */
  private Duration serve(Vertx vertx, HttpServerResponse response, Work work, Arrival arrival) {
    List<Reply> replies = model.replies(work.ask(), work.request().n());
    int output = replies.stream().mapToInt(Reply::tokens).sum();
    traffic.done(work.name(), work.inputTokens(), output);
    ObjectNode body = writer.write(work.request(), replies, work.name(), work.inputTokens());
    double quantile = 1e-6 + (1 - 2e-6) * Dice.of(Keys.mix(work.name(), 12)).uniform();
    Duration delay = traffic.delay(quantile, output);
    if (delay.toMillis() == 0) {
      send(response, 200, body);
      return Duration.ZERO;
    }
    vertx.setTimer(
        delay.toMillis(),
        timer -> {
          send(response, 200, body);
          traffic.leave(arrival.started());
        });
    return delay;
  }

  private String overRate(Work work) {
    if (!traffic.requests().take(1)) {
      return "Rate limit reached for requests per minute.";
    }
    return traffic.tokens().take(work.inputTokens())
        ? ""
        : "Rate limit reached for tokens per minute.";
  }

  private Work work(ApiRequest request) {
    long script = name(request.ask());
    Ask ask = request.ask();
    long seed = request.seed().orElseGet(() -> Keys.mix(script, traffic.countUnseeded(script)));
    Sampling sampling = ask.sampling();
    Sampling seeded =
        new Sampling(
            sampling.temperature(), sampling.topP(), seed, sampling.maxTokens(), sampling.stops());
    return new Work(
        request,
        new Ask(ask.model(), ask.script(), seeded, ask.shape()),
        Keys.mix(script, seed),
        SimulatedModel.tokens(ask.script()));
  }

  private static long name(Ask ask) {
    return switch (ask.script()) {
      case Script.Text text -> Keys.of(21, text.prompt());
      case Script.Chat chat -> {
        long name = 22;
        for (Turn turn : chat.turns()) {
          name = Keys.of(Keys.of(name, turn.role().name()), turn.text());
        }
        yield name;
      }
    };
  }

  private ObjectNode models() {
    ObjectNode root = json.createObjectNode().put("object", "list");
    ArrayNode data = root.putArray("data");
    for (Form form : Form.values()) {
      data.addObject()
          .put("id", form.model())
          .put("object", "model")
          .put("created", 0)
          .put("owned_by", "voxpop-simulator");
    }
    return root;
  }

  private void tooMany(HttpServerResponse response, String message, double seconds) {
    traffic.refuse();
    response.putHeader("Retry-After", String.valueOf((long) Math.max(1, Math.ceil(seconds))));
    ObjectNode root = json.createObjectNode();
    root.putObject("error")
        .put("message", message)
        .put("type", "rate_limit_error")
        .putNull("param")
        .put("code", "rate_limit_exceeded");
    send(response, 429, root);
  }

  private void error(HttpServerResponse response, ApiException problem) {
    ObjectNode root = json.createObjectNode();
    root.putObject("error")
        .put("message", problem.getMessage())
        .put("type", "invalid_request_error")
        .put("param", problem.parameter())
        .put("code", problem.code());
    send(response, problem.status(), root);
  }

  private void send(HttpServerResponse response, int status, Object body) {
    if (response.closed() || response.ended()) {
      return;
    }
    limits(response, "requests", traffic.requests());
    limits(response, "tokens", traffic.tokens());
    try {
      var _ =
          response
              .setStatusCode(status)
              .putHeader("content-type", "application/json")
              .end(Buffer.buffer(json.writeValueAsBytes(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A reply could not be written.\nMaybe a new kind of node was added.", e);
    }
  }

  private static void limits(HttpServerResponse response, String what, Bucket bucket) {
    if (bucket.capacity() > 0) {
      response.putHeader("x-ratelimit-limit-" + what, String.valueOf(bucket.capacity()));
      response.putHeader("x-ratelimit-remaining-" + what, String.valueOf(bucket.remaining()));
      response.putHeader(
          "x-ratelimit-reset-" + what,
          String.format(Locale.ROOT, "%.3fs", bucket.secondsUntil((double) bucket.capacity())));
    }
  }

  private record Arrival(Buffer body, long started) {}

  private record Work(ApiRequest request, Ask ask, long name, int inputTokens) {}
}
