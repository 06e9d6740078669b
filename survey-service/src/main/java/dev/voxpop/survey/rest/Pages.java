package dev.voxpop.survey.rest;

import dev.voxpop.hosting.rest.Refusal;
import dev.voxpop.hosting.rest.RowPage;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pages of rows of an experiment's parts; a cursor is the place where the next page begins. */
final class Pages {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})");

  private Pages() {}

  /** The place that a cursor of this stage stands for; the beginning without one. */
  static Place place(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return new Place(0, 0);
    }
    Matcher parts = FORM.matcher(cursor);
    if (!parts.matches()) {
      throw Refusal.badRequest(
          "The cursor \"%s\" was not handed out here.".formatted(cursor), "begin without one");
    }
    return new Place(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  /** A page; {@code next} is the place of the next one, null on the last. */
  static Response of(List<?> rows, @Nullable Place next) {
    return RowPage.of(rows, next == null ? null : next.part() + "-" + next.ordinal());
  }

  /** The first ordinal of a page, in the n-th part of what is paged. */
  record Place(int part, int ordinal) {}
}
