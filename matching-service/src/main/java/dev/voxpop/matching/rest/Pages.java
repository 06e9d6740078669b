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

  /** Rows in order of their ids. */
  @FunctionalInterface
  interface Source<T> {
    /** Returns at most so many rows, after an id. */
    List<T> after(String id, int limit);
  }

  /** Returns the page at a cursor; one row more than it may hold means that there is a next one. */
  static <T> Response of(
      int limit, @Nullable String cursor, Source<T> source, Function<T, String> id) {
    int size = RowPage.limit(limit);
    List<T> rows = source.after(CURSORS.read(cursor, ""), size + 1);
    boolean more = rows.size() > size;
    List<T> page = more ? rows.subList(0, size) : rows;
    return RowPage.of(page, more ? CURSORS.at(id.apply(page.getLast())) : null);
  }
}
