package dev.voxpop.hosting.rest;

import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.hosting.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers that are a page of rows, as newline-delimited JSON. */
public final class RowPage {

  private static final int MOST = 10_000;

  private RowPage() {}

  /** The wanted number of rows, if it is allowed. */
  public static int limit(int wanted) {
    if (wanted < 1 || wanted > MOST) {
      throw Refusal.badRequest(
          "limit=%d is not in 1 … %d.".formatted(wanted, MOST), "leave it out");
    }
    return wanted;
  }

  /** A page; {@code next} is the cursor of the next one, null on the last. */
  public static Response of(List<?> rows, @Nullable String next) {
    String body = rows.stream().map(row -> Json.write(row) + "\n").collect(Collectors.joining());
    Response.ResponseBuilder response =
        Response.ok(body, Paging.NDJSON).header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (next != null) {
      response.header(Paging.NEXT_CURSOR, next);
    }
    return response.build();
  }
}
