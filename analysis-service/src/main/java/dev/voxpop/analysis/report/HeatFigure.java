package dev.voxpop.analysis.report;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** A heat map of a square matrix on the scale −1 … 1, with its values printed. */
final class HeatFigure {

  private static final double CELL = 34;
  private static final double SMALL_CELL = 12;
  private static final double LEFT = 156;
  private static final double TOP = 44;
  private static final int MOST_PRINTED = 20;
  // On a ground of this relative luminance black and white text have the same contrast, 4.58.
  private static final double HALFWAY = Math.sqrt(1.05 * .05) - .05;

  private HeatFigure() {}

  /** The map of a function of row and column number; NaN cells are hatched by a dash. */
  static String draw(String title, List<String> names, DoubleBinaryOperator value) {
    int size = names.size();
    double cell = size <= MOST_PRINTED ? CELL : SMALL_CELL;
    String description =
        "Matrix of %d questions; blue is negative, brown positive, white zero.".formatted(size);
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
    int[] colour = colour(value);
    svg.fill("#%02x%02x%02x".formatted(colour[0], colour[1], colour[2]), box);
    if (box.width() > SMALL_CELL) {
      String style = luminance(colour) < HALFWAY ? "cell light" : "cell darkink";
      svg.text(style, box.x() + box.width() / 2, box.y() + box.height() / 2 + 4, text(value));
    }
  }

  /** Relative luminance of an sRGB colour, as the Web Content Accessibility Guidelines have it. */
  private static double luminance(int[] colour) {
    double[] parts = {.2126, .7152, .0722};
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      double channel = colour[i] / 255.0;
      double linear = channel <= .04045 ? channel / 12.92 : Math.pow((channel + .055) / 1.055, 2.4);
      sum += parts[i] * linear;
    }
    return sum;
  }

  private static String text(double value) {
    String text = Numbers.decimals(value, 2);
    return text.replaceFirst("^(−?)0\\.", "$1.");
  }

  /** Blue to white to brown, distinguishable without red and green. */
  private static int[] colour(double value) {
    if (Double.isNaN(value)) {
      return new int[] {200, 200, 200};
    }
    double strength = Math.min(1, Math.abs(value));
    int[] end = value < 0 ? new int[] {0, 74, 140} : new int[] {150, 62, 0};
    return IntStream.of(end).map(part -> mix(part, strength)).toArray();
  }

  private static int mix(int end, double strength) {
    return (int) Math.round(255 + (end - 255) * strength);
  }
}
