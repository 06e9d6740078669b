package dev.voxpop.analysis.report;

import java.util.List;
import java.util.Optional;

/**
 * A forest plot: one line a row with its interval, and a band for what people reach.
 *
 * <p>Each label stands above its own line, so that it never meets a neighbour and the plot stays
 * readable on narrow pages.
 */
final class ForestFigure {

  private static final double WIDTH = 620;
  private static final double LEFT = 12;
  private static final double RIGHT = 22;
  private static final double TOP = 26;
  private static final double ROW = 42;
  private static final double LABEL_ROOM = 470;

  /** A row; bounds are NaN without interval. */
  record Line(String label, double value, double low, double high, String style) {}

  /** What two halves of the people reach. */
  record Band(String label, double low, double mean, double high) {}

  private final Axis axis;

  private ForestFigure(Axis axis) {
    this.axis = axis;
  }

  private static Axis axis(List<Line> lines, Optional<Band> band) {
    double largest = band.map(Band::high).orElse(0.0);
    for (Line line : lines) {
      largest = Math.max(largest, finite(line.value()));
      largest = Math.max(largest, finite(line.high()));
    }
    return Axis.upTo(largest);
  }

  static String draw(String title, String description, List<Line> lines, Optional<Band> band) {
    ForestFigure figure = new ForestFigure(axis(lines, band));
    double height = TOP + ROW * lines.size() + 44;
    Svg svg = new Svg(title, description, WIDTH, height);
    double bottom = TOP + ROW * lines.size();
    band.ifPresent(people -> figure.band(svg, people, bottom));
    figure.axis(svg, bottom);
    for (int i = 0; i < lines.size(); i++) {
      figure.line(svg, lines.get(i), TOP + ROW * i);
    }
    return svg.close();
  }

  private void band(Svg svg, Band people, double bottom) {
    double low = x(people.low());
    double high = x(people.high());
    svg.rect("band", new Svg.Box(low, TOP, Math.max(1, high - low), bottom - TOP));
    svg.line("bandline", x(people.mean()), TOP, x(people.mean()), bottom);
    svg.text("small", Math.min(low, WIDTH - 260), TOP - 10, people.label());
  }

  private void axis(Svg svg, double bottom) {
    svg.line("axis", LEFT, bottom, WIDTH - RIGHT, bottom);
    for (double tick : axis.ticks()) {
      svg.line("grid", x(tick), TOP, x(tick), bottom);
      svg.text("tick middle", x(tick), bottom + 18, Axis.label(tick));
    }
    svg.text(
        "small middle", WIDTH / 2, bottom + 38, "mean normalised EMD, lower is nearer to people");
  }

  private void line(Svg svg, Line line, double y) {
    svg.text("label", LEFT, y + 15, Svg.fit(line.label(), LABEL_ROOM, 14));
    svg.text("value end", WIDTH - RIGHT, y + 15, Numbers.three(line.value()));
    double middle = y + 28;
    if (Double.isNaN(line.value())) {
      return;
    }
    if (!Double.isNaN(line.low())) {
      svg.line("whisker " + line.style(), x(line.low()), middle, x(line.high()), middle);
      svg.line("whisker " + line.style(), x(line.low()), middle - 4, x(line.low()), middle + 4);
      svg.line("whisker " + line.style(), x(line.high()), middle - 4, x(line.high()), middle + 4);
    }
    svg.dot("dot " + line.style(), x(line.value()), middle, 5);
  }

  private double x(double value) {
    return LEFT + axis.at(value) * (WIDTH - LEFT - RIGHT);
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }
}
