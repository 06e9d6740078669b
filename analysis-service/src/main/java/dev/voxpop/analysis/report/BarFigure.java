package dev.voxpop.analysis.report;

import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.distribution.ShareInterval;
import dev.voxpop.analysis.panel.Item;

/** Shares of one question: people and one arm side by side, with error bars and the true n. */
final class BarFigure {

  private static final double WIDTH = 190;
  private static final double HEIGHT = 168;
  private static final double LEFT = 36;
  private static final double TOP = 42;
  private static final double BOTTOM = 146;

  private final Svg svg;
  private final Axis axis;
  private final Item item;

  private BarFigure(Svg svg, Axis axis, Item item) {
    this.svg = svg;
    this.axis = axis;
    this.item = item;
  }

  /** One panel; the axis is shared by all panels of the question. */
  static String draw(String arm, Distribution people, Distribution personas, Axis axis) {
    Item item = people.item();
    String title = "Question " + item.id() + ", people and " + arm;
    Svg svg = new Svg(title, describe(arm, people, personas), WIDTH, HEIGHT);
    BarFigure figure = new BarFigure(svg, axis, item);
    svg.text("label", 2, 13, Svg.fit(arm, WIDTH - 4, 13));
    svg.text("small", 2, 28, "n " + people.n() + " · " + personas.n());
    figure.axis();
    figure.bars("human", people, 0);
    figure.bars("persona", personas, 1);
    return svg.close();
  }

  /** The axis that holds all bars and error bars of a question. */
  static Axis axis(Iterable<Distribution> distributions) {
    double largest = 0;
    for (Distribution distribution : distributions) {
      for (int k = 0; k < distribution.shares().size(); k++) {
        largest = Math.max(largest, distribution.share(k));
        ShareInterval interval = distribution.interval(k);
        largest = Math.max(largest, Double.isFinite(interval.high()) ? interval.high() : 0);
      }
    }
    return Axis.upTo(Math.min(1, largest));
  }

  private static String describe(String arm, Distribution people, Distribution personas) {
    StringBuilder text = new StringBuilder("Shares of the options, people then " + arm + ":");
    for (int k = 0; k < people.item().levels(); k++) {
      text.append(' ').append(people.item().options().get(k).code()).append(": ");
      text.append(people.present() ? Numbers.percent(people.share(k)) : Numbers.MISSING);
      text.append(", ");
      text.append(personas.present() ? Numbers.percent(personas.share(k)) : Numbers.MISSING);
      text.append(';');
    }
    return text.toString();
  }

  private void axis() {
    for (double tick : axis.ticks()) {
      double y = y(tick);
      svg.line(tick == 0 ? "axis" : "grid", LEFT, y, WIDTH - 4, y);
      svg.text("tick end", LEFT - 4, y + 3.5, Svg.number(100 * tick) + "%");
    }
    double slot = slot();
    int every = (int) Math.ceil(20 / slot);
    for (int k = 0; k < item.levels(); k += every) {
      String code = Svg.fit(item.options().get(k).code(), slot * every, 10);
      svg.text("tick middle", LEFT + slot * (k + .5), BOTTOM + 15, code);
    }
  }

  private void bars(String style, Distribution distribution, int side) {
    double width = slot() * .4;
    for (int k = 0; k < distribution.shares().size(); k++) {
      double x = LEFT + slot() * (k + .1) + side * width;
      double top = y(distribution.share(k));
      svg.rect("bar " + style, new Svg.Box(x, top, width - .5, BOTTOM - top));
      ShareInterval interval = distribution.interval(k);
      if (Double.isFinite(interval.low()) && distribution.n() > 0) {
        double middle = x + width / 2;
        svg.line("halo", middle, y(interval.low()), middle, y(interval.high()));
        svg.line("error", middle, y(interval.low()), middle, y(interval.high()));
      }
    }
  }

  private double slot() {
    return (WIDTH - 4 - LEFT) / item.levels();
  }

  private double y(double share) {
    return BOTTOM - axis.at(share) * (BOTTOM - TOP);
  }
}
