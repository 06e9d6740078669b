package dev.voxpop.analysis.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Sums by joint answers beside sums person by person. */
class HalfSumsTest {

  private static final int[] LEVELS = {4, 5, 2, 7, 1, 5, 5, 3, 120, 11, 4, 4, 5};

  @Test
  void sums_equalWeights_areExact() {
    requireExact(panel(3000, i -> .37), 1 / .37);
  }

  @Test
  void sums_weightsOfTwoPlaces_areExact() {
    requireExact(panel(3000, i -> (20 + i % 181) / 100.0), 100);
  }

  @Test
  void sums_fewHeavyPeople_overflowNoField() {
    requireExact(panel(2000, i -> i % 500 == 0 ? 65_000 : i % 7), 1);
  }

  @Test
  void sums_weightsOfManyUnits_areExact() {
    requireExact(panel(2000, i -> (i % 97) * 1_234_567 / 10_000.0), 10_000);
  }

  @Test
  void sums_morePeopleThanABlock_areExact() {
    requireExact(panel(17_000, i -> 1 + i % 3), 1);
  }

  @Test
  void sums_anyWeights_areCloseAndOfOneOrder() {
    Panel panel = panel(2500, i -> Math.exp(Math.sin(i)));
    double[][] sums = sums(panel);
    double[][] expected = expected(panel, 1);

    for (int option = 0; option < sums.length; option++) {
      assertThat(sums[option]).containsExactly(expected[option], within(1e-9));
    }
    assertThat(sums(panel)).isDeepEqualTo(sums);
  }

  @Test
  void sums_everyWeightZero_areZero() {
    double[][] sums = sums(panel(100, i -> 0));

    assertThat(sums[0]).containsOnly(0);
  }

  private static void requireExact(Panel panel, double unitsOfOne) {
    double[][] expected = expected(panel, unitsOfOne);
    double[][] sums = sums(panel);
    for (int option = 0; option < expected.length; option++) {
      assertThat(sums[option]).containsExactly(expected[option]);
    }
  }

  private static double[][] sums(Panel panel) {
    HalfSums halves = HalfSums.of(panel, RowWeights.own(panel));
    double[][] sums = new double[halves.options()][Long.SIZE];
    halves.kernel().add(HalfMasks.of(new Halves(panel.size(), 9), 0, Long.SIZE), sums);
    return sums;
  }

  private static double[][] expected(Panel panel, double unitsOfOne) {
    int options = panel.items().stream().mapToInt(Item::levels).sum();
    double[][] sums = new double[options][Long.SIZE];
    for (int lane = 0; lane < Long.SIZE; lane++) {
      long[] half = new Halves(panel.size(), 9).of(lane);
      for (int i = 0; i < panel.size(); i++) {
        double weight = panel.weight(i) * unitsOfOne;
        int first = 0;
        for (int q = 0; q < panel.questions(); q++) {
          if (panel.valid(i, q) && (half[i >> 6] >>> i & 1) == 1) {
            sums[first + panel.cell(i, q)][lane] +=
                Math.abs(weight - Math.rint(weight)) < 1e-6 ? Math.rint(weight) : weight;
          }
          first += panel.item(q).levels();
        }
      }
    }
    return sums;
  }

  private static Panel panel(int people, IntToDoubleFunction weight) {
    Draws draws = new Draws(77, 1);
    List<Item> items = new ArrayList<>();
    List<byte[]> columns = new ArrayList<>();
    for (int q = 0; q < LEVELS.length; q++) {
      items.add(Item.ordinal("Q" + q, LEVELS[q]));
      byte[] column = new byte[people];
      for (int i = 0; i < people; i++) {
        int drawn = draws.below(100L * i + q, LEVELS[q] + 1);
        column[i] = (byte) (drawn < LEVELS[q] ? drawn : i % 2 == 0 ? Cells.MISSING : Cells.REFUSED);
      }
      columns.add(column);
    }
    double[] weights = new double[people];
    for (int i = 0; i < people; i++) {
      weights[i] = weight.applyAsDouble(i);
    }
    return Panel.ofColumns(items, columns, weights);
  }
}
