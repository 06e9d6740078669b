package dev.voxpop.hosting.stage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.hosting.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Another stage on a port of its own, as far as its pages of rows go. */
public final class FakeStage implements AutoCloseable {

  private final HttpServer server;

  /** What a stage says to a request. */
  @FunctionalInterface
  public interface Script {
    /** The answer to a path with these parameters. */
    Answer answer(String path, Map<String, String> query);
  }

  /** An answer. */
  public sealed interface Answer {

    /** Rows, of which a page holds at most so many; fewer if the request wants fewer. */
    record Rows(List<?> rows, int most) implements Answer {}

    /** One JSON document. */
    record Document(Object value) implements Answer {}

    /** Only a status. */
    record Status(int code) implements Answer {}
  }

  private FakeStage(HttpServer server) {
    this.server = server;
  }

  /** A stage that answers by this script. */
  public static FakeStage start(Script script) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> serve(exchange, script));
    server.start();
    return new FakeStage(server);
  }

  /** Where it is. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void serve(HttpExchange exchange, Script script) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      Map<String, String> query = query(uri);
      switch (script.answer(uri.getPath(), query)) {
        case Answer.Status(int code) -> exchange.sendResponseHeaders(code, -1);
        case Answer.Document(Object value) -> send(exchange, "application/json", Json.write(value));
        case Answer.Rows(List<?> rows, int most) -> {
          int wanted = Integer.parseInt(query.getOrDefault("limit", "10000"));
          int first = Integer.parseInt(query.getOrDefault("cursor", "0"));
          send(exchange, rows, first, Math.min(rows.size(), first + Math.min(most, wanted)));
        }
      }
    }
  }

  private static void send(HttpExchange exchange, List<?> rows, int first, int end)
      throws IOException {
    String body =
        rows.subList(first, end).stream()
            .map(row -> Json.write(row) + "\n")
            .collect(Collectors.joining());
    if (end < rows.size()) {
      exchange.getResponseHeaders().add(Paging.NEXT_CURSOR, Integer.toString(end));
    }
    send(exchange, Paging.NDJSON, body);
  }

  private static void send(HttpExchange exchange, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new TreeMap<>();
    String raw = uri.getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      int at = pair.indexOf('=');
      query.put(
          pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return query;
  }
}
