package dev.voxpop.analysis.report;

import java.util.List;
import java.util.Optional;

/**
 * A forest plot: a track a row with its interval, and a band for what people reach.
 *
 * <p>Each label stands above its own track, so that it meets neither a neighbour nor a mark, and
 * the plot stays readable on narrow pages.
 */
final class ForestFigure {

  private static final double WIDTH = 560;
  private static final double LEFT = 14;
  private static final double RIGHT = 22;
  private static final double TOP = 4;
  private static final double ROW = 44;
  private static final double TRACK = 16;
  private static final double LABEL_ROOM = 430;

  /** A row; bounds are NaN without interval. */
  record Line(String label, double value, double low, double high, String style) {}

  /** What two halves of the people reach. */
  record Band(double low, double mean, double high) {}

  private final Axis axis;

  private ForestFigure(Axis axis) {
    this.axis = axis;
  }

  /** The axis that holds all rows and bands. */
  static Axis axis(List<Line> lines, List<Band> bands) {
    double largest = bands.stream().mapToDouble(Band::high).max().orElse(0);
    for (Line line : lines) {
      largest = Math.max(largest, finite(line.value()));
      largest = Math.max(largest, finite(line.high()));
    }
    return Axis.upTo(largest);
  }

  // title, description, rows, band and axis: a figure's parts, each used once
  static String draw(
      String title, String description, List<Line> lines, Optional<Band> band, Axis axis) {
    ForestFigure figure = new ForestFigure(axis);
    double bottom = TOP + ROW * lines.size() + 6;
    Svg svg = new Svg(title, description, WIDTH, bottom + 48);
    for (int i = 0; i < lines.size(); i++) {
      double y = TOP + ROW * i;
      figure.track(svg, band, y + 24);
      figure.line(svg, lines.get(i), y);
    }
    figure.axis(svg, bottom);
    return svg.close();
  }

  private void track(Svg svg, Optional<Band> band, double y) {
    svg.rect("track", new Svg.Box(LEFT, y, WIDTH - LEFT - RIGHT, TRACK));
    band.ifPresent(
        people -> {
          double low = x(people.low());
          svg.rect("band", new Svg.Box(low, y, Math.max(1, x(people.high()) - low), TRACK));
          svg.line("bandline", x(people.mean()), y, x(people.mean()), y + TRACK);
        });
    for (double tick : axis.ticks()) {
      svg.line("notch", x(tick), y, x(tick), y + TRACK);
    }
  }

  private void axis(Svg svg, double bottom) {
    svg.line("axis", LEFT, bottom, WIDTH - RIGHT, bottom);
    for (double tick : axis.ticks()) {
      svg.line("axis", x(tick), bottom, x(tick), bottom + 4);
      svg.text("tick middle", x(tick), bottom + 18, Axis.label(tick));
    }
    svg.text(
        "small middle", WIDTH / 2, bottom + 40, "mean normalised EMD, lower is nearer to people");
  }

  private void line(Svg svg, Line line, double y) {
    svg.text("label", LEFT, y + 17, Svg.fit(line.label(), LABEL_ROOM, 16));
    svg.text("value end", WIDTH - RIGHT, y + 17, Numbers.three(line.value()));
    double middle = y + 24 + TRACK / 2;
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
