package dev.voxpop.backstory.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opaque page positions: the ordinal at which the next page begins. */
final class Cursors {

  private static final Pattern FORM = Pattern.compile("from:([0-9]{1,9})");

  private Cursors() {}

  static String at(int ordinal) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("from:" + ordinal).getBytes(StandardCharsets.UTF_8));
  }

  /** The ordinal a cursor stands for; 0 without cursor. */
  static int read(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return 0;
    }
    Matcher matcher = FORM.matcher(decoded(cursor));
    if (!matcher.matches()) {
      throw Refusal.badRequest(
          "The cursor \"%s\" was not handed out here.".formatted(cursor), "begin without one");
    }
    return Integer.parseInt(matcher.group(1));
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
