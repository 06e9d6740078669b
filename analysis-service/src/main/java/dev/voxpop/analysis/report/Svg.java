package dev.voxpop.analysis.report;

import java.util.Locale;

/**
 * A drawing under construction: an SVG element with title and text alternative.
 *
 * <p>Colours are classes, so that the page's style decides about dark mode and print. Texts are cut
 * to the room they have by an estimate of their width.
 */
final class Svg {

  private final StringBuilder body = new StringBuilder();
  private final String title;
  private final String description;
  private final double width;
  private final double height;

  Svg(String title, String description, double width, double height) {
    this.title = title;
    this.description = description;
    this.width = width;
    this.height = height;
  }

  Svg rect(String style, Box box) {
    body.append("<rect class=\"%s\"%s/>".formatted(style, box.attributes()));
    return this;
  }

  Svg fill(String colour, Box box) {
    body.append("<rect fill=\"%s\"%s/>".formatted(colour, box.attributes()));
    return this;
  }

  Svg line(String style, double x1, double y1, double x2, double y2) {
    body.append(
        "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
            .formatted(style, number(x1), number(y1), number(x2), number(y2)));
    return this;
  }

  Svg dot(String style, double x, double y, double radius) {
    body.append(
        "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
            .formatted(style, number(x), number(y), number(radius)));
    return this;
  }

  /** A triangle whose tip is at a place and that comes from {@code length} before it. */
  Svg arrow(String style, double x, double y, double length) {
    body.append(
        "<path class=\"%s\" d=\"M%s %sL%s %sL%s %sZ\"/>"
            .formatted(
                style,
                number(x),
                number(y),
                number(x - length),
                number(y - 5),
                number(x - length),
                number(y + 5)));
    return this;
  }

  Svg text(String style, double x, double y, String text) {
    body.append(
        "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
            .formatted(style, number(x), number(y), Markup.html(text)));
    return this;
  }

  /** The element, as wide as its drawing where there is room. */
  String close() {
    return "<svg viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\" role=\"img\"><title>%s</title><desc>%s</desc>%s</svg>"
        .formatted(
            number(width),
            number(height),
            number(width),
            number(height),
            Markup.html(title),
            Markup.html(description),
            body);
  }

  /** As much of a text as fits, with an ellipsis when something is missing. */
  static String fit(String text, double room, double fontSize) {
    double left = room;
    StringBuilder fitting = new StringBuilder();
    for (int point : text.strip().codePoints().toArray()) {
      left -= fontSize * (point < 0x1100 ? 0.6 : 1.05);
      if (left < fontSize && fitting.length() < text.strip().length() - 1) {
        return fitting.append('…').toString();
      }
      fitting.appendCodePoint(point);
    }
    return fitting.toString();
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceAll("\\.?0+$", "").replaceAll("^-0$", "0");
  }

  /** A rectangle. */
  record Box(double x, double y, double width, double height) {

    String attributes() {
      return " x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
          .formatted(number(x), number(y), number(Math.max(0, width)), number(Math.max(0, height)));
    }
  }
}
