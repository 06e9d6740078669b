package dev.voxpop.survey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.hosting.Payloads;
import dev.voxpop.survey.station.People;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The backstory and the matching stage, in pages of eleven rows. Pool {@code broken} answers 503.
 */
final class FakePeers implements AutoCloseable {
  static final int PEOPLE = 30;
  private static final int PAGE = 11;
  private static final ObjectMapper JSON = Payloads.mapper();

  private final HttpServer server;
  private final People people = new People(PEOPLE);

  private FakePeers(HttpServer server) {
    this.server = server;
  }

  static FakePeers start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FakePeers peers = new FakePeers(server);
    server.createContext("/", peers::answer);
    server.start();
    return peers;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    if (path.contains("/broken/")) {
      exchange.sendResponseHeaders(503, -1);
    } else if (path.endsWith("/stories")) {
      send(exchange, people.stories("p-1").toList(), query);
    } else if (path.endsWith("/pairs")) {
      send(exchange, people.pairs("m-1").toList(), query);
    } else if (path.endsWith("/respondents")) {
      List<String> columns =
          Arrays.asList(query.replaceAll(".*columns=([^&]*).*", "$1").split(","));
      send(exchange, people.respondents("d-1", columns).toList(), query);
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
    exchange.close();
  }

  private static void send(HttpExchange exchange, List<?> rows, String query) throws IOException {
    int first =
        query.contains("cursor=")
            ? Integer.parseInt(query.replaceAll(".*cursor=(\\d+).*", "$1"))
            : 0;
    int end = Math.min(rows.size(), first + PAGE);
    StringBuilder body = new StringBuilder();
    for (Object row : rows.subList(first, end)) {
      body.append(JSON.writeValueAsString(row)).append('\n');
    }
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", Paging.NDJSON);
    if (end < rows.size()) {
      exchange.getResponseHeaders().add(Paging.NEXT_CURSOR, Integer.toString(end));
    }
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
