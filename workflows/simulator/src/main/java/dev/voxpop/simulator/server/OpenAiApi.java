package dev.voxpop.simulator.server;

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

/** The addresses of the server and what they answer. One instance serves all event loops. */
public final class OpenAiApi {
  private final ObjectMapper json = new ObjectMapper();
  private final SimulatedModel model;
  private final Traffic traffic;
  private final ReplyWriter writer;
  private final Responses responses;

  /** The API of a model under a server's traffic rules. */
  public OpenAiApi(SimulatedModel model, Traffic traffic, InstantSource clock) {
    this.model = model;
    this.traffic = traffic;
    this.responses = new Responses(json, traffic);
    this.writer = new ReplyWriter(json, clock);
  }

  /** Answers one request. */
  public void handle(Vertx vertx, HttpServerRequest request) {
    switch (request.method().name() + " " + request.path()) {
      case "GET /healthz" ->
          responses.send(request.response(), 200, json.createObjectNode().put("status", "up"));
      case "GET /stats" ->
          responses.send(request.response(), 200, json.valueToTree(traffic.stats()));
      case "GET /v1/models" -> responses.send(request.response(), 200, models());
      case "POST /v1/completions" -> admit(vertx, request, Form.TEXT);
      case "POST /v1/chat/completions" -> admit(vertx, request, Form.CHAT);
      default ->
          responses.error(
              request.response(),
              ApiException.unknownAddress(request.method().name(), request.path()));
    }
  }

  private void admit(Vertx vertx, HttpServerRequest request, Form form) {
    HttpServerResponse response = request.response();
    if (!traffic.enter()) {
      responses.tooMany(response, "Too many requests at once.", 1);
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
      delay = admitted(response, work) ? serve(vertx, response, work, arrival) : Duration.ZERO;
    } catch (ApiException e) {
      traffic.fail();
      responses.error(response, e);
    } catch (RuntimeException e) {
      // A fault of ours must neither leave the caller waiting nor count as under way for ever.
      traffic.fail();
      responses.error(response, ApiException.fault(e));
    }
    if (delay.isZero()) {
      traffic.leave(arrival.started());
    }
  }

  private boolean admitted(HttpServerResponse response, Work work) {
    String refusal = overRate(work);
    if (!refusal.isEmpty()) {
      double wait =
          Math.max(
              traffic.requests().secondsUntil(1),
              traffic.tokens().secondsUntil(work.inputTokens()));
      responses.tooMany(response, refusal, wait);
    }
    return refusal.isEmpty();
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
      responses.send(response, 200, body);
      return Duration.ZERO;
    }
    vertx.setTimer(
        delay.toMillis(),
        timer -> {
          responses.send(response, 200, body);
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

  private record Arrival(Buffer body, long started) {}

  private record Work(ApiRequest request, Ask ask, long name, int inputTokens) {}
}
