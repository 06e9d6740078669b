package dev.voxpop.matching;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.bulk.TraitRow;
import dev.voxpop.instrument.file.Shipped;
import dev.voxpop.matching.store.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A survey stage that knows one pool: story i takes option i of each trait, in three pages.
 *
 * <p>Pool {@code broken} answers 503, every other pool 404.
 */
final class FakeSurveyStage implements AutoCloseable {

  static final String POOL = "p-natural";
  static final int STORIES = 60;
  static final List<String> TRAITS = List.of("age_4", "gender", "education");

  private final HttpServer server;

  private FakeSurveyStage(HttpServer server) {
    this.server = server;
  }

  static FakeSurveyStage start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/survey/pools/", FakeSurveyStage::answer);
    server.start();
    return new FakeSurveyStage(server);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.contains("/broken/")) {
      exchange.sendResponseHeaders(503, -1);
    } else if (!path.contains("/" + POOL + "/")) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      sendPage(exchange, pageNumber(exchange.getRequestURI().getQuery()));
    }
    exchange.close();
  }

  private static int pageNumber(@Nullable String query) {
    if (query == null || !query.contains("cursor=")) {
      return 0;
    }
    return Integer.parseInt(query.replaceAll(".*cursor=page-(\\d+).*", "$1"));
  }

  private static void sendPage(HttpExchange exchange, int page) throws IOException {
    List<TraitRow> rows = rows();
    int third = rows.size() / 3;
    String body =
        rows.subList(page * third, (page + 1) * third).stream()
            .map(Json::write)
            .collect(Collectors.joining("\n"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", Paging.NDJSON);
    if (page < 2) {
      exchange.getResponseHeaders().add(Paging.NEXT_CURSOR, "page-" + (page + 1));
    }
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static List<TraitRow> rows() {
    List<TraitRow> rows = new ArrayList<>();
    for (int story = 0; story < STORIES; story++) {
      for (String trait : TRAITS) {
        int options = Shipped.traits().require(trait).options().size();
        List<Integer> counts = new ArrayList<>(Collections.nCopies(options + 1, 0));
        List<Double> shares = new ArrayList<>(Collections.nCopies(options, 0.1 / options));
        counts.set(story % options, 40);
        shares.set(story % options, 0.9 + 0.1 / options);
        rows.add(new TraitRow("b-%016x".formatted(story), trait, counts, 0, 40, shares, "sampled"));
      }
    }
    return rows;
  }
}
