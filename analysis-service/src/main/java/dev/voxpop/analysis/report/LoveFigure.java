package dev.voxpop.analysis.report;

import dev.voxpop.analysis.matched.MatchedPairs.LabelBalance;
import java.util.List;

/**
 * A love plot: the standardised difference between people and personas of every label, before and
 * after matching, with the usual limits of ±0.1.
 *
 * <p>A difference beyond the axis, infinite ones included, is drawn as an arrow at its end.
 */
final class LoveFigure {

  private static final double WIDTH = 560;
  private static final double LEFT = 196;
  private static final double RIGHT = 484;
  private static final double TOP = 8;
  private static final double ROW = 23;
  private static final double HEADING = 28;
  private static final double LIMIT = .1;
  private static final double WIDEST = 2;
  private static final double LABEL_SIZE = 13;

  private final Svg svg;
  private final double reach;
  private final double bottom;

  private LoveFigure(Svg svg, double reach, double bottom) {
    this.svg = svg;
    this.reach = reach;
    this.bottom = bottom;
  }

  static String draw(String title, String description, List<LabelBalance> labels) {
    long traits = labels.stream().map(LabelBalance::trait).distinct().count();
    double bottom = TOP + HEADING * traits + ROW * labels.size() + 6;
    Svg svg = new Svg(title, description, WIDTH, bottom + 46);
    LoveFigure figure = new LoveFigure(svg, reach(labels), bottom);
    figure.axis();
    figure.rows(labels);
    return svg.close();
  }

  private static double reach(List<LabelBalance> labels) {
    double largest = 2 * LIMIT;
    for (LabelBalance label : labels) {
      for (double value : new double[] {label.standardisedBefore(), label.standardisedAfter()}) {
        largest = Math.max(largest, Double.isFinite(value) ? Math.abs(value) : 0);
      }
    }
    return Axis.upTo(Math.min(WIDEST, largest)).top();
  }

  private void axis() {
    for (double tick : new double[] {-reach, -reach / 2, 0, reach / 2, reach}) {
      svg.line(tick == 0 ? "axis" : "grid", x(tick), TOP, x(tick), bottom);
      svg.text("tick middle", x(tick), bottom + 17, Axis.label(tick).replace('-', '−'));
    }
    svg.line("limit", x(-LIMIT), TOP, x(-LIMIT), bottom);
    svg.line("limit", x(LIMIT), TOP, x(LIMIT), bottom);
    svg.text("small middle", x(0), bottom + 38, "standardised difference, people − personas");
    svg.text("small end", WIDTH - 4, bottom + 17, "after");
  }

  private void rows(List<LabelBalance> labels) {
    double y = TOP;
    String trait = "";
    for (LabelBalance label : labels) {
      if (!label.trait().equals(trait)) {
        trait = label.trait();
        svg.text("label", 4, y + 19, Svg.fit(trait, LEFT - 8, 16));
        y += HEADING;
      }
      row(label, y + ROW / 2);
      y += ROW;
    }
  }

  private void row(LabelBalance label, double middle) {
    svg.text("small", 16, middle + 4, Svg.fit(label.label(), LEFT - 34, LABEL_SIZE));
    double before = x(label.standardisedBefore());
    double after = x(label.standardisedAfter());
    svg.line("change", before, middle, after, middle);
    mark("reference", label.standardisedBefore(), middle);
    mark("persona", label.standardisedAfter(), middle);
    String value = Numbers.signed(label.standardisedAfter(), 2);
    svg.text(label.unbalanced() ? "label end" : "small end", WIDTH - 4, middle + 4, value);
  }

  private void mark(String style, double value, double y) {
    if (Math.abs(value) > reach) {
      svg.arrow("dot " + style, x(value), y, Math.signum(value) * 8);
    } else {
      svg.dot("dot " + style, x(value), y, 4.5);
    }
  }

  private double x(double value) {
    double share = Math.clamp((value + reach) / (2 * reach), 0, 1);
    return LEFT + share * (RIGHT - LEFT);
  }
}
