package dev.voxpop.survey.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.hosting.Payloads;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of rows as newline-delimited JSON; a cursor is the place where the next page begins. */
final class Pages {
  private static final ObjectMapper MAPPER = Payloads.mapper();
  private static final int MOST = 10_000;

  private Pages() {}

  /** The wanted number of rows, if it is allowed. */
  static int limit(int wanted) {
    if (wanted < 1 || wanted > MOST) {
      throw new BadRequestException(
          "limit=%d is not in 1 … %d.\nMaybe leave it out.".formatted(wanted, MOST));
    }
    return wanted;
  }

  /** The place that a cursor of this stage stands for; the beginning without one. */
  static Place place(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return new Place(0, 0);
    }
    try {
      String[] parts = cursor.split("-", 2);
      return new Place(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new BadRequestException(
          "The cursor \"%s\" was not handed out here.\nMaybe begin without one.".formatted(cursor),
          e);
    }
  }

  /** A page; {@code next} is the place of the next one, null on the last. */
  static Response of(List<?> rows, @Nullable Place next) {
    StringBuilder body = new StringBuilder();
    rows.forEach(row -> body.append(json(row)).append('\n'));
    Response.ResponseBuilder response =
        Response.ok(body.toString(), Paging.NDJSON).header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (next != null) {
      response.header(Paging.NEXT_CURSOR, next.part() + "-" + next.ordinal());
    }
    return response.build();
  }

  /** The first ordinal of a page, in the n-th part of what is paged. */
  record Place(int part, int ordinal) {}

  private static String json(Object row) {
    try {
      return MAPPER.writeValueAsString(row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A row has no JSON form.", e);
    }
  }
}
