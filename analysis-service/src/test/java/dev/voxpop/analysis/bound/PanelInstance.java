package dev.voxpop.analysis.bound;

import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The artificial panel of 10,000 people and 60 questions, in integer arithmetic. */
final class PanelInstance {

  static final long SEED = 20263;
  static final int PEOPLE = 10_000;
  static final int QUESTIONS = 60;

  private static final int[] LEVELS = {4, 5, 5, 3, 5, 4, 5, 4, 5, 5};

  private PanelInstance() {}

  static Panel create() {
    List<Item> items = new ArrayList<>();
    List<byte[]> columns = new ArrayList<>();
    for (int q = 0; q < QUESTIONS; q++) {
      items.add(Item.ordinal("Q" + q, LEVELS[q % 10]));
      columns.add(column(q));
    }
    double[] weights = new double[PEOPLE];
    for (int i = 0; i < PEOPLE; i++) {
      weights[i] = (20 + draw(6, i, 181)) / 100.0;
    }
    return Panel.ofColumns(items, columns, weights);
  }

  private static byte[] column(int q) {
    long[] z = new long[PEOPLE];
    for (int i = 0; i < PEOPLE; i++) {
      z[i] = 10 * sum(3, 60L * i + q);
      for (int k = 0; k < 3; k++) {
        z[i] += (draw(2, 3L * q + k, 15) - 7) * sum(1, 3L * i + k);
      }
    }
    List<Integer> order =
        IntStream.range(0, PEOPLE)
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> z[i]).thenComparing(i -> i))
            .toList();
    byte[] answers = new byte[PEOPLE];
    int[] cuts = cuts(q);
    for (int rank = 0; rank < PEOPLE; rank++) {
      int at = rank;
      int person = order.get(rank);
      answers[person] = (byte) IntStream.of(cuts).filter(cut -> cut <= at).count();
      if (draw(5, 60L * person + q, 1000) < 5) {
        answers[person] = Cells.REFUSED;
      }
    }
    return answers;
  }

  private static int[] cuts(int q) {
    int levels = LEVELS[q % 10];
    int[] widths = new int[levels];
    for (int c = 0; c < levels; c++) {
      widths[c] = 3 + draw(4, 8L * q + c, 10);
    }
    int all = IntStream.of(widths).sum();
    int[] cuts = new int[levels - 1];
    int before = 0;
    for (int c = 0; c < cuts.length; c++) {
      before += widths[c];
      cuts[c] = PEOPLE * before / all;
    }
    return cuts;
  }

  private static long sum(int stream, long index) {
    return IntStream.range(0, 4).mapToLong(a -> draw(stream, index * 4 + a, 1000)).sum() - 1998;
  }

  private static int draw(int stream, long n, int k) {
    return new Draws(SEED, stream).below(n, k);
  }
}
