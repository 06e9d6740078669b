package dev.voxpop.analysis.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Keying;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.Row;
import dev.voxpop.analysis.panel.SamplePanels;
import dev.voxpop.analysis.structure.Missing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Reference values: pandas 3.1.1 {@code DataFrame.cov} and numpy 2.4.6 {@code np.cov(aweights)},
 * command {@code python reference/statistics.py}.
 */
class CronbachAlphaTest {

  private static final Panel PEOPLE = SamplePanels.people();

  @Test
  void alpha_missingCells_equalsPandas() {
    assertThat(CronbachAlpha.of(PEOPLE, Missing.PAIRWISE, Rekeying.NONE).value())
        .isCloseTo(0.877641689821812, within(1e-13));
    assertThat(CronbachAlpha.of(PEOPLE, Missing.LISTWISE, Rekeying.NONE).value())
        .isCloseTo(0.872170654499661, within(1e-13));
    assertThat(CronbachAlpha.of(PEOPLE, Missing.PAIRWISE, Rekeying.FLAGGED).value())
        .isCloseTo(0.12628897299507372, within(1e-13));
  }

  @Test
  void alpha_weighted_equalsNumpy() {
    RowWeights weights = RowWeights.own(PEOPLE);

    assertThat(CronbachAlpha.weighted(PEOPLE, weights, Missing.LISTWISE, Rekeying.NONE).value())
        .isCloseTo(0.882930890378751, within(1e-13));
  }

  @Test
  void alpha_fourRows_hasTheTextbookValue() {
    assertThat(alpha(panel(3, 0), Rekeying.NONE).value()).isCloseTo(.947368, within(1e-6));
  }

  @Test
  void alpha_reversedQuestion_isMinusTwoUntilRekeyed() {
    Panel reversed = panel(3, 1);

    assertThat(alpha(reversed, Rekeying.NONE).value()).isCloseTo(-2, within(1e-12));
    assertThat(alpha(reversed, Rekeying.FLAGGED).value()).isCloseTo(.947368, within(1e-6));
  }

  @Test
  void alpha_oneQuestionOrOneWithoutVariance_doesNotExist() {
    assertThat(alpha(panel(1, 0), Rekeying.NONE).reason()).contains("fewer than two");
    Panel flat =
        Panel.of(
            List.of(Item.ordinal("a", 3), Item.ordinal("b", 3)),
            List.of(Row.person("1", 1, List.of(1, 0)), Row.person("2", 1, List.of(1, 2))));
    assertThat(alpha(flat, Rekeying.NONE).reason()).isEqualTo("question a has no variance");
  }

  private static Alpha alpha(Panel panel, Rekeying rekeying) {
    return CronbachAlpha.of(panel, Missing.PAIRWISE, rekeying);
  }

  /** Rows (1,2,1), (2,3,3), (3,3,4), (4,5,4); the third question turned round on 1 … 4 if asked. */
  private static Panel panel(int questions, int reversed) {
    List<Item> items =
        List.of(
            Item.ordinal("a", 5),
            Item.ordinal("b", 5),
            Item.ordinal("c", 4).keyed(reversed == 1 ? Keying.REVERSED : Keying.AS_CODED));
    int[][] codes = {{1, 2, 1}, {2, 3, 3}, {3, 3, 4}, {4, 5, 4}};
    List<Row> rows = new ArrayList<>();
    for (int[] row : codes) {
      int third = reversed == 1 ? 5 - row[2] : row[2];
      List<Integer> cells = List.of(row[0] - 1, row[1] - 1, third - 1);
      rows.add(Row.person("p" + row[0], 1, cells.subList(0, questions)));
    }
    return Panel.of(items.subList(0, questions), rows);
  }
}
