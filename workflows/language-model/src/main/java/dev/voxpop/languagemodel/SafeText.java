package dev.voxpop.languagemodel;

/** Texts that every JSON reader and every text column accepts. */
public final class SafeText {

  /** What stands for a character that cannot be kept. */
  public static final char REPLACEMENT = '\uFFFD';

  private SafeText() {}

  /** The text with NUL and unpaired surrogates replaced; the same object when there are none. */
  public static String clean(String text) {
    int first = firstUnsafe(text);
    if (first < 0) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text);
    for (int i = first; i < safe.length(); i++) {
      if (isPairAt(safe, i)) {
        i++;
      } else if (isUnsafe(safe.charAt(i))) {
        safe.setCharAt(i, REPLACEMENT);
      }
    }
    return safe.toString();
  }

  /**
   * At most {@code bytes} bytes of UTF-8 from the beginning of the text, cut between characters.
   */
  public static String head(String text, int bytes) {
    int size = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      size += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (size > bytes) {
        return text.substring(0, i);
      }
      i += Character.charCount(point);
    }
    return text;
  }

  /** The text as the inside of a JSON string (RFC 8259, section 7). */
  public static String jsonEscape(String text) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\') {
        if (escaped != null) {
          escaped.append(c);
        }
        continue;
      }
      if (escaped == null) {
        escaped = new StringBuilder(text.length() + text.length() / 8 + 16).append(text, 0, i);
      }
      escape(c, escaped);
    }
    return escaped == null ? text : escaped.toString();
  }

  private static void escape(char c, StringBuilder to) {
    switch (c) {
      case '"' -> to.append("\\\"");
      case '\\' -> to.append("\\\\");
      case '\n' -> to.append("\\n");
      case '\r' -> to.append("\\r");
      case '\t' -> to.append("\\t");
      default -> to.append(String.format("\\u%04x", (int) c));
    }
  }

  private static int firstUnsafe(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isPairAt(text, i)) {
        i++;
      } else if (isUnsafe(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isUnsafe(char c) {
    return c == 0 || Character.isSurrogate(c);
  }

  private static boolean isPairAt(CharSequence text, int i) {
    return i + 1 < text.length()
        && Character.isHighSurrogate(text.charAt(i))
        && Character.isLowSurrogate(text.charAt(i + 1));
  }
}
