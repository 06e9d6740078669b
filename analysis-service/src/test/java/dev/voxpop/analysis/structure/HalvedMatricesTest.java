package dev.voxpop.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Matrices of parts from shared sums beside matrices made for each part alone. */
class HalvedMatricesTest {

  private static final int ROWS = 333;
  private static final int WAYS = 40;
  private static final Offset<Double> CLOSE = within(1e-11);

  @Test
  void sums_wholeWeights_areThoseOfTheOtherWayToTheLastBit() {
    Design design = Design.listwise(panel(0));
    double[] weights = weights(1);
    double[][] packed = PackedProducts.of(design, weights).orElseThrow().sums(members());

    assertThat(packed).isDeepEqualTo(new SubsetProducts(design, weights).sums(members()));
  }

  @Test
  void sums_heavyRows_shortenBlocksUntilNothingIsGained() {
    Design design = Design.listwise(panel(0));
    double[] weights = weights(1);
    Arrays.fill(weights, 0, 40, 900);
    assertThat(PackedProducts.of(design, weights).orElseThrow().sums(members()))
        .isDeepEqualTo(new SubsetProducts(design, weights).sums(members()));

    Arrays.fill(weights, 9000);
    assertThat(PackedProducts.of(design, weights)).isEmpty();
    Arrays.fill(weights, .5);
    assertThat(PackedProducts.of(design, weights)).isEmpty();
  }

  @Test
  void distances_completeRows_areThoseOfSeparateMatrices() {
    requireSeparate(panel(0), weights(1));
    requireSeparate(panel(0), weights(Math.PI));
  }

  @Test
  void distances_missingCells_areThoseOfSeparateMatrices() {
    requireSeparate(panel(12), weights(1));
    requireSeparate(panel(12), weights(Math.PI));
  }

  @Test
  void distances_questionConstantInOnePart_haveFewerCells() {
    Panel panel = panel(0);
    byte[] constant = new byte[ROWS];
    constant[5] = 1;
    List<byte[]> columns = new ArrayList<>();
    columns.add(constant);
    for (int q = 1; q < panel.questions(); q++) {
      byte[] column = new byte[ROWS];
      for (int row = 0; row < ROWS; row++) {
        column[row] = (byte) panel.cell(row, q);
      }
      columns.add(column);
    }
    Panel odd = panel.withColumns(panel.items(), columns);

    requireSeparate(odd, weights(1));
    MatrixDistance distance = matrices(odd, weights(1)).distances(members()).getFirst();
    assertThat(distance.complete()).isFalse();
  }

  private static void requireSeparate(Panel panel, double[] weights) {
    List<MatrixDistance> distances = matrices(panel, weights).distances(members());
    for (int way = 0; way < WAYS; way++) {
      long[] members = members()[way];
      MatrixDistance found = distances.get(way);
      MatrixDistance expected =
          MatrixDistance.between(
              part(panel, weights, members, 1), part(panel, weights, members, 0));
      assertThat(found.used()).isEqualTo(expected.used());
      assertThat(found.all()).isEqualTo(expected.all());
      assertThat(found.frobenius()).isCloseTo(expected.frobenius(), CLOSE);
      assertThat(found.l1()).isCloseTo(expected.l1(), CLOSE);
      assertThat(found.cbs()).isCloseTo(expected.cbs(), CLOSE);
      assertThat(found.rms()).isCloseTo(expected.rms(), CLOSE);
    }
  }

  private static CorrelationMatrix part(Panel panel, double[] weights, long[] members, int side) {
    double[] own = weights.clone();
    for (int row = 0; row < own.length; row++) {
      own[row] = (members[row >> 6] >>> row & 1) == side ? own[row] : 0;
    }
    return Pearson.of(Design.pairwise(panel), own);
  }

  private static HalvedMatrices matrices(Panel panel, double[] weights) {
    return HalvedMatrices.of(Design.pairwise(panel), weights);
  }

  private static long[][] members() {
    Draws draws = new Draws(5, 1);
    long[][] members = new long[WAYS][(ROWS + 63) / 64];
    for (int way = 0; way < WAYS; way++) {
      for (int row = 0; row < ROWS; row++) {
        members[way][row >> 6] |= (draws.value(1000L * way + row) & 1) << row;
      }
    }
    return members;
  }

  private static double[] weights(double factor) {
    double[] weights = new double[ROWS];
    Arrays.setAll(weights, row -> factor * (20 + row % 181));
    return weights;
  }

  /** Seven questions, some cells in a thousand of them missing. */
  private static Panel panel(int missing) {
    Draws draws = new Draws(6, 1);
    List<Item> items = new ArrayList<>();
    List<byte[]> columns = new ArrayList<>();
    for (int q = 0; q < 7; q++) {
      items.add(Item.ordinal("Q" + q, 3 + q % 3));
      byte[] column = new byte[ROWS];
      for (int row = 0; row < ROWS; row++) {
        int mood = draws.below(row, 3);
        int cell = Math.min(2 + q % 3, (mood + draws.below(1000L * (q + 1) + row, 3 + q % 3)) / 2);
        boolean gone = draws.below(100_000L + 1000L * q + row, 1000) < missing;
        column[row] = (byte) (gone ? Cells.MISSING : cell);
      }
      columns.add(column);
    }
    return Panel.ofColumns(items, columns, weights(1));
  }
}
