package dev.voxpop.hosting.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Opaque positions in pages of rows: a mark of the resource, then what it goes on from.
 *
 * @param mark what the positions of this resource begin with
 * @param form what may follow the mark
 */
public record Cursors(String mark, Pattern form) {

  /** Positions that are ordinals. */
  public static Cursors ofOrdinals() {
    return new Cursors("from:", Pattern.compile("[0-9]{1,9}"));
  }

  /** Positions that are the id of the row before. */
  public static Cursors ofIds() {
    return new Cursors("after:", Pattern.compile(".*", Pattern.DOTALL));
  }

  /** The cursor of a position. */
  public String at(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((mark + position).getBytes(StandardCharsets.UTF_8));
  }

  /** The position a cursor stands for, or {@code start} without cursor. */
  public String read(@Nullable String cursor, String start) {
    if (cursor == null || cursor.isEmpty()) {
      return start;
    }
    String text = decoded(cursor);
    Matcher position = form.matcher(text.startsWith(mark) ? text.substring(mark.length()) : "");
    if (!text.startsWith(mark) || !position.matches()) {
      throw Refusal.badRequest(
          "The cursor \"%s\" was not handed out here.".formatted(cursor), "begin without one");
    }
    return position.group();
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
