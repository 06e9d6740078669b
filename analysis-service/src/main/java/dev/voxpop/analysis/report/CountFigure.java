package dev.voxpop.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of whole numbers as bars; numbers above eight share a bar, the wider the larger. */
final class CountFigure {

  private static final double WIDTH = 560;
  private static final double TOP = 26;
  private static final double BOTTOM = 150;
  private static final double LEFT = 6;
  private static final int[] STARTS = {0, 1, 2, 3, 5, 9, 33, 129, 513};

  private CountFigure() {}

  /** A bar: the numbers it stands for, as words, and their count. */
  record Bar(String label, long count) {}

  /** Gathers the counts of numbers into bars, up to the last that is not empty. */
  static List<Bar> bars(Map<Integer, Integer> counts) {
    TreeMap<Integer, Long> sums = new TreeMap<>();
    counts.forEach((number, count) -> sums.merge(bar(number), (long) count, Long::sum));
    List<Bar> bars = new ArrayList<>();
    int last = sums.isEmpty() ? -1 : sums.lastKey();
    for (int i = 0; i <= last; i++) {
      bars.add(new Bar(label(i), sums.getOrDefault(i, 0L)));
    }
    return bars;
  }

  static String draw(String title, List<Bar> bars, String axis) {
    StringBuilder words = new StringBuilder("Counts:");
    bars.forEach(bar -> words.append(' ').append(bar.label()).append(": ").append(bar.count()));
    Svg svg = new Svg(title, words.toString(), WIDTH, BOTTOM + 48);
    long largest = bars.stream().mapToLong(Bar::count).max().orElse(1);
    double slot = (WIDTH - 2 * LEFT) / Math.max(6, bars.size());
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double x = LEFT + slot * i;
      double height = (BOTTOM - TOP) * bar.count() / Math.max(1, largest);
      svg.rect("bar persona", new Svg.Box(x + slot * .1, BOTTOM - height, slot * .8, height));
      svg.text("small middle", x + slot / 2, BOTTOM - height - 6, Long.toString(bar.count()));
      svg.text("tick middle", x + slot / 2, BOTTOM + 17, bar.label());
    }
    svg.line("axis", LEFT, BOTTOM, LEFT + slot * bars.size(), BOTTOM);
    svg.text("small", LEFT, BOTTOM + 40, axis);
    return svg.close();
  }

  private static int bar(int number) {
    int bar = 0;
    while (bar + 1 < STARTS.length && STARTS[bar + 1] <= number) {
      bar++;
    }
    return bar;
  }

  private static String label(int bar) {
    int first = STARTS[bar];
    if (bar + 1 == STARTS.length) {
      return "≥ " + first;
    }
    int last = STARTS[bar + 1] - 1;
    return first == last ? Integer.toString(first) : first + "–" + last;
  }
}
