package dev.voxpop.analysis;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.hosting.Json;
import dev.voxpop.instrument.wave.Question;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A matching stage that knows one draw of invented people. */
final class FakeMatchingStage implements AutoCloseable {

  static final String DRAW = "d-people";
  static final String MATCHING = "m-1";
  static final int PEOPLE = 60;

  private final HttpServer server;

  private FakeMatchingStage(HttpServer server) {
    this.server = server;
  }

  static FakeMatchingStage start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/matching/draws/" + DRAW + "/respondents", FakeMatchingStage::people);
    server.createContext("/matching/matchings/" + MATCHING, FakeMatchingStage::matching);
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

  static String respondent(int person) {
    return "r-%016x".formatted(person);
  }

  /** Code of a person's answer: an option of the wave's scale. */
  static int code(Question question, int person) {
    Draws draws = new Draws(17, question.id().hashCode());
    return question.scale().options().get(draws.below(person, question.scale().size())).code();
  }

  private static void people(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange.getRequestURI());
    int from = Integer.parseInt(query.getOrDefault("cursor", "0"));
    int limit = Integer.parseInt(query.getOrDefault("limit", "10"));
    int to = Math.min(PEOPLE, from + limit);
    List<String> columns = List.of(query.getOrDefault("columns", "").split("%2C|,", -1));
    String body =
        IntStream.range(from, to)
            .mapToObj(person -> Json.write(row(person, columns)) + "\n")
            .collect(Collectors.joining());
    if (to < PEOPLE) {
      exchange.getResponseHeaders().add(Paging.NEXT_CURSOR, Integer.toString(to));
    }
    exchange.getResponseHeaders().add("Content-Type", Paging.NDJSON);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** The report of the only matching as the matching stage writes it, and its two pairs. */
  private static void matching(HttpExchange exchange) throws IOException {
    boolean rows = exchange.getRequestURI().getPath().endsWith("/rows");
    try (InputStream file =
        FakeMatchingStage.class.getResourceAsStream(
            rows ? "/matching/rows.ndjson" : "/matching/report.json")) {
      byte[] bytes = Objects.requireNonNull(file).readAllBytes();
      exchange.getResponseHeaders().add("Content-Type", rows ? Paging.NDJSON : "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private static RespondentRow row(int person, List<String> columns) {
    Map<String, Integer> codes = new TreeMap<>();
    for (Question question : AnalysisStageIT.QUESTIONS) {
      if (columns.contains(question.column())) {
        codes.put(question.column(), code(question, person));
      }
    }
    return new RespondentRow(respondent(person), 0.5 + person % 3, codes);
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new TreeMap<>();
    for (String pair : uri.getRawQuery().split("&", -1)) {
      int at = pair.indexOf('=');
      query.put(pair.substring(0, at), pair.substring(at + 1));
    }
    return query;
  }
}
