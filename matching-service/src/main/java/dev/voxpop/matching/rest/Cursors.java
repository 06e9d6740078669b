package dev.voxpop.matching.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Opaque page positions: the id of the last row that was handed out, with a check mark. */
final class Cursors {

  private static final String MARK = "after:";

  private Cursors() {}

  static String after(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((MARK + id).getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the id a cursor stands for, or the empty text without cursor. */
  static String read(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return "";
    }
    String text = decoded(cursor);
    if (!text.startsWith(MARK)) {
      throw Refusal.badRequest(
          "The cursor \"%s\" was not handed out here.".formatted(cursor), "begin without one");
    }
    return text.substring(MARK.length());
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
