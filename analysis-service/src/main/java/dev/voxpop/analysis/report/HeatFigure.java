package dev.voxpop.analysis.report;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** A heat map of a square matrix on the scale −1 … 1, with its values printed. */
final class HeatFigure {

  private static final double CELL = 34;
  private static final double SMALL_CELL = 12;
  private static final double LEFT = 156;
  private static final double TOP = 44;
  private static final int MOST_PRINTED = 20;

  private HeatFigure() {}

  /** The map of a function of row and column number; NaN cells are hatched by a dash. */
  static String draw(String title, List<String> names, DoubleBinaryOperator value) {
    int size = names.size();
    double cell = size <= MOST_PRINTED ? CELL : SMALL_CELL;
    String description =
        "Matrix of %d questions; blue is negative, orange positive, white zero.".formatted(size);
    Svg svg = new Svg(title, description, LEFT + size * cell + 6, TOP + size * cell + 6);
    svg.text("label", 4, 16, Svg.fit(title, LEFT + size * cell - 8, 14));
    for (int a = 0; a < size; a++) {
      double y = TOP + a * cell;
      if (size <= MOST_PRINTED) {
        svg.text(
            "tick end",
            LEFT - 6,
            y + cell / 2 + 4,
            Svg.fit((a + 1) + " " + names.get(a), LEFT - 10, 11));
        svg.text("tick middle", LEFT + (a + .5) * cell, TOP - 6, Integer.toString(a + 1));
      }
      for (int b = 0; b < size; b++) {
        cell(svg, new Svg.Box(LEFT + b * cell, y, cell - 1, cell - 1), value.applyAsDouble(a, b));
      }
    }
    return svg.close();
  }

  private static void cell(Svg svg, Svg.Box box, double value) {
    svg.fill(colour(value), box);
    if (box.width() > SMALL_CELL) {
      String style = Math.abs(value) > .65 ? "cell light" : "cell darkink";
      svg.text(style, box.x() + box.width() / 2, box.y() + box.height() / 2 + 4, text(value));
    }
  }

  private static String text(double value) {
    String text = Numbers.decimals(value, 2);
    return text.replaceFirst("^(-?)0\\.", "$1.").replace('-', '−');
  }

  /** Blue to white to orange, distinguishable without red and green. */
  private static String colour(double value) {
    if (Double.isNaN(value)) {
      return "#c8c8c8";
    }
    double strength = Math.min(1, Math.abs(value));
    int[] end = value < 0 ? new int[] {5, 80, 150} : new int[] {170, 70, 0};
    return "#%02x%02x%02x"
        .formatted(mix(end[0], strength), mix(end[1], strength), mix(end[2], strength));
  }

  private static int mix(int end, double strength) {
    return (int) Math.round(255 + (end - 255) * strength);
  }
}
