package dev.voxpop.matching.rest;

import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.matching.store.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pages of rows as newline-delimited JSON. */
final class Pages {

  private static final int MOST = 10_000;

  private Pages() {}

  static int limit(int wanted) {
    if (wanted < 1 || wanted > MOST) {
      throw Refusal.badRequest(
          "limit=%d is not in 1 … %d.".formatted(wanted, MOST), "leave it out");
    }
    return wanted;
  }

  /**
   * Returns a page of at most {@code limit} of the rows; one row more means there is a next page.
   */
  static <T> Response of(List<T> rows, int limit, Function<T, String> id) {
    List<T> page = rows.size() > limit ? rows.subList(0, limit) : rows;
    String body = page.stream().map(row -> Json.write(row) + "\n").collect(Collectors.joining());
    Response.ResponseBuilder response =
        Response.ok(body, Paging.NDJSON).header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (rows.size() > limit) {
      response.header(Paging.NEXT_CURSOR, Cursors.after(id.apply(page.getLast())));
    }
    return response.build();
  }
}
