package dev.voxpop.analysis.report;

import java.util.List;

/** One track a row with two marks: a distance under the declared and under the reverse order. */
final class TurnFigure {

  private static final double WIDTH = 560;
  private static final double LEFT = 14;
  private static final double RIGHT = 22;
  private static final double TOP = 4;
  private static final double ROW = 44;
  private static final double TRACK = 16;
  private static final double LABEL_ROOM = 380;

  private TurnFigure() {}

  /** A row: two distances, NaN where there is none. */
  record Turn(String label, double declared, double reversed) {}

  static String draw(String title, String description, List<Turn> turns) {
    double largest =
        turns.stream()
            .mapToDouble(turn -> Math.max(finite(turn.declared()), finite(turn.reversed())))
            .max()
            .orElse(0);
    Axis axis = Axis.upTo(largest);
    double bottom = TOP + ROW * turns.size() + 6;
    Svg svg = new Svg(title, description, WIDTH, bottom + 48);
    for (int i = 0; i < turns.size(); i++) {
      row(svg, axis, turns.get(i), TOP + ROW * i);
    }
    svg.line("axis", LEFT, bottom, WIDTH - RIGHT, bottom);
    for (double tick : axis.ticks()) {
      svg.line("axis", x(axis, tick), bottom, x(axis, tick), bottom + 4);
      svg.text("tick middle", x(axis, tick), bottom + 18, Axis.label(tick));
    }
    svg.text("small middle", WIDTH / 2, bottom + 40, "mean normalised EMD");
    return svg.close();
  }

  private static void row(Svg svg, Axis axis, Turn turn, double y) {
    svg.text("label", LEFT, y + 17, Svg.fit(turn.label(), LABEL_ROOM, 16));
    String difference = Numbers.signed(turn.reversed() - turn.declared(), 3);
    svg.text("value end", WIDTH - RIGHT, y + 17, difference);
    svg.rect("track", new Svg.Box(LEFT, y + 24, WIDTH - LEFT - RIGHT, TRACK));
    double middle = y + 24 + TRACK / 2;
    if (!Double.isNaN(turn.declared())) {
      svg.dot("dot reference", x(axis, turn.declared()), middle, 5);
    }
    if (!Double.isNaN(turn.reversed())) {
      svg.dot("dot persona", x(axis, turn.reversed()), middle, 4);
    }
  }

  private static double x(Axis axis, double value) {
    return LEFT + axis.at(value) * (WIDTH - LEFT - RIGHT);
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }
}
