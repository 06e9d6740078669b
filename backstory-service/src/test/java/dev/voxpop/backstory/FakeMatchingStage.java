package dev.voxpop.backstory;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.hosting.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A matching stage with one draw of respondents, handed out three at a time. */
final class FakeMatchingStage implements AutoCloseable {

  static final String DRAW = "d-1";
  static final int PEOPLE = 8;

  private static final int PAGE = 3;

  private final HttpServer server;

  private FakeMatchingStage(HttpServer server) {
    this.server = server;
  }

  static FakeMatchingStage start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/matching/draws/" + DRAW + "/respondents", FakeMatchingStage::answer);
    server.start();
    return new FakeMatchingStage(server);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    Map<String, String> query = new TreeMap<>();
    for (String pair : exchange.getRequestURI().getQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], parts[1]);
    }
    int from = Integer.parseInt(query.getOrDefault("cursor", "0"));
    List<String> columns = List.of(query.getOrDefault("columns", "").split(",", -1));
    String body =
        IntStream.range(from, Math.min(PEOPLE, from + PAGE))
            .mapToObj(i -> Json.write(row(i, columns)) + "\n")
            .collect(Collectors.joining());
    if (from + PAGE < PEOPLE) {
      exchange.getResponseHeaders().set(Paging.NEXT_CURSOR, Integer.toString(from + PAGE));
    }
    exchange.getResponseHeaders().set("Content-Type", Paging.NDJSON);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static RespondentRow row(int i, List<String> columns) {
    Map<String, Integer> codes = new TreeMap<>();
    columns.stream().filter(column -> !column.isEmpty()).forEach(column -> codes.put(column, 1));
    return new RespondentRow("r-%016x".formatted(i), 1.0, codes);
  }
}
