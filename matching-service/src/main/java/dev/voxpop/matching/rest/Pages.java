package dev.voxpop.matching.rest;

import dev.voxpop.hosting.rest.Cursors;
import dev.voxpop.hosting.rest.RowPage;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of rows in order of their ids. */
final class Pages {

  private static final Cursors CURSORS = Cursors.ofIds();

  private Pages() {}

  /** Returns the id a cursor stands for, or the empty text without cursor. */
  static String after(@Nullable String cursor) {
    return CURSORS.read(cursor, "");
  }

  /**
   * Returns a page of at most {@code limit} of the rows; one row more means there is a next page.
   */
  static <T> Response of(List<T> rows, int limit, Function<T, String> id) {
    boolean more = rows.size() > limit;
    List<T> page = more ? rows.subList(0, limit) : rows;
    return RowPage.of(page, more ? CURSORS.at(id.apply(page.getLast())) : null);
  }
}
