package dev.voxpop.analysis.panel;

import dev.voxpop.analysis.draw.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Small panels that {@code reference/statistics.py} rebuilds number for number. */
public final class SamplePanels {

  private static final int[] LEVELS = {4, 5, 3, 5, 2, 4};

  private SamplePanels() {}

  /** 300 people. */
  public static Panel people() {
    return panel(11, 300);
  }

  /** 200 personas, each its own story, with weights that unweighted statistics ignore. */
  public static Panel personas() {
    return panel(22, 200);
  }

  /** Six questions with 8 % missing cells; questions b and e are negatively worded. */
  public static Panel panel(long seed, int rows) {
    List<Row> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      int mood = draw(seed, 1, i, 6);
      List<Integer> cells = new ArrayList<>();
      for (int q = 0; q < LEVELS.length; q++) {
        long n = 10L * i + q;
        int option = Math.min(LEVELS[q] - 1, (mood + draw(seed, 3, n, LEVELS[q])) / 2);
        cells.add(draw(seed, 2, n, 100) >= 8 ? option : Cells.MISSING);
      }
      double weight = (20 + draw(seed, 4, i, 181)) / 100.0;
      all.add(Row.person("r-%05d".formatted(i), weight, cells));
    }
    return Panel.of(items(), all);
  }

  /** The questions of the panels. */
  public static List<Item> items() {
    return IntStream.range(0, LEVELS.length)
        .mapToObj(
            q ->
                Item.ordinal("abcdef".substring(q, q + 1), LEVELS[q])
                    .keyed(q == 1 || q == 4 ? Keying.REVERSED : Keying.AS_CODED))
        .toList();
  }

  private static int draw(long seed, int stream, long n, int k) {
    return new Draws(seed, stream).below(n, k);
  }
}
