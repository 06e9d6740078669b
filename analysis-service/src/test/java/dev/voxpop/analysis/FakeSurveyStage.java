package dev.voxpop.analysis;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.voxpop.contracts.bulk.Paging;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A survey stage that serves the rows it was given, a few dozen a page. */
final class FakeSurveyStage implements AutoCloseable {

  private static final int PAGE = 37;
  private static final Map<String, List<String>> ROWS = new ConcurrentHashMap<>();

  private final HttpServer server;

  private FakeSurveyStage(HttpServer server) {
    this.server = server;
  }

  static FakeSurveyStage start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/survey/experiments/", FakeSurveyStage::answers);
    server.start();
    return new FakeSurveyStage(server);
  }

  /** Keeps the rows of an experiment. */
  static void keep(String experiment, List<String> rows) {
    ROWS.put(experiment, List.copyOf(rows));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answers(HttpExchange exchange) throws IOException {
    String experiment = exchange.getRequestURI().getPath().split("/", -1)[3];
    List<String> rows = ROWS.getOrDefault(experiment, List.of());
    String query = exchange.getRequestURI().getQuery();
    int at = query.indexOf("cursor=");
    int from = at < 0 ? 0 : Integer.parseInt(query.substring(at + 7));
    int to = Math.min(rows.size(), from + PAGE);
    if (to < rows.size()) {
      exchange.getResponseHeaders().add(Paging.NEXT_CURSOR, Integer.toString(to));
    }
    byte[] body =
        String.join("\n", rows.subList(from, to)).concat("\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", Paging.NDJSON);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
