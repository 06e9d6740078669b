package dev.voxpop.simulator.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Locale;

/** Sends responses: bodies, errors of OpenAI's shape, and the headers that tell the limits. */
final class Responses {
  private final ObjectMapper json;
  private final Traffic traffic;

  Responses(ObjectMapper json, Traffic traffic) {
    this.json = json;
    this.traffic = traffic;
  }

  void tooMany(HttpServerResponse response, String message, double seconds) {
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

  void error(HttpServerResponse response, ApiException problem) {
    ObjectNode root = json.createObjectNode();
    root.putObject("error")
        .put("message", problem.getMessage())
        .put("type", problem.status() < 500 ? "invalid_request_error" : "server_error")
        .put("param", problem.parameter())
        .put("code", problem.code());
    send(response, problem.status(), root);
  }

  void send(HttpServerResponse response, int status, Object body) {
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
}
