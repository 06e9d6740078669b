package dev.voxpop.analysis.report;

/** Escaping of texts that come from data. */
final class Markup {

  private static final String MARKDOWN = "\\`*_[]#|~";

  private Markup() {}

  /** Safe in HTML and SVG text and in double-quoted attributes; control characters are dropped. */
  static String html(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().forEach(point -> appendHtml(safe, point));
    return safe.toString();
  }

  /** Safe in a Markdown table cell: one line, nothing is markup. */
  static String markdown(String text) {
    StringBuilder safe = new StringBuilder();
    for (char c : html(text.strip().replaceAll("\\s+", " ")).toCharArray()) {
      if (MARKDOWN.indexOf(c) >= 0) {
        safe.append('\\');
      }
      safe.append(c);
    }
    return safe.toString();
  }

  private static void appendHtml(StringBuilder safe, int point) {
    switch (point) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&apos;");
      default -> {
        boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean control = (point < ' ' && point != '\n' && point != '\t') || point == 0x7F;
        if (!lone && !control && point != 0xFFFE && point != 0xFFFF) {
          safe.appendCodePoint(point);
        }
      }
    }
  }
}
