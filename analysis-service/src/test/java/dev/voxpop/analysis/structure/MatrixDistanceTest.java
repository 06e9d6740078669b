package dev.voxpop.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.Row;
import dev.voxpop.analysis.panel.SamplePanels;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Reference values: numpy 2.4.6 {@code np.cov(aweights)} and pandas 3.1.1 {@code DataFrame.corr},
 * command {@code python reference/statistics.py}.
 */
class MatrixDistanceTest {

  private static final Panel PEOPLE = SamplePanels.people();
  private static final Panel PERSONAS = SamplePanels.personas();

  @Test
  void distance_originalPreset_equalsNumpy() {
    MatrixDistance distance = MatrixDistance.between(people(Missing.LISTWISE), personas());

    assertThat(distance.frobenius()).isCloseTo(0.24483123300280432, within(1e-12));
    assertThat(distance.l1()).isCloseTo(1.204115487228544, within(1e-12));
    assertThat(distance.cbs()).isCloseTo(0.0017526742996759603, within(1e-12));
    assertThat(distance.used()).isEqualTo(30);
    assertThat(distance.rms()).isCloseTo(0.24483123300280432 / Math.sqrt(30), within(1e-12));
  }

  @Test
  void distance_consistentPreset_equalsNumpy() {
    MatrixDistance distance = MatrixDistance.between(people(Missing.PAIRWISE), personas());

    assertThat(distance.frobenius()).isCloseTo(0.20455051509222608, within(1e-12));
    assertThat(distance.l1()).isCloseTo(0.8049335804912302, within(1e-12));
    assertThat(distance.cbs()).isCloseTo(0.0011427287193842561, within(1e-12));
  }

  @Test
  void distance_halfAgainstMinusHalf_hasTheTextbookValues() {
    MatrixDistance distance =
        MatrixDistance.between(
            CorrelationMatrix.ofOffDiagonal(2, .5), CorrelationMatrix.ofOffDiagonal(2, -.5));

    assertThat(distance.frobenius()).isCloseTo(1.414214, within(1e-6));
    assertThat(distance.l1()).isCloseTo(2, within(1e-15));
    assertThat(distance.cbs()).isCloseTo(.4, within(1e-15));
  }

  @Test
  void correlation_constantQuestionWithOddWeights_isUndefined() {
    List<Item> items = List.of(Item.ordinal("a", 5), Item.ordinal("b", 5), Item.ordinal("c", 5));
    Panel panel =
        Panel.of(
            items,
            List.of(
                Row.person("1", .1, List.of(2, 0, 1)),
                Row.person("2", .7, List.of(2, 3, 2)),
                Row.person("3", 1.3, List.of(2, 4, 4)),
                Row.person("4", 0, List.of(0, 4, 4))));
    CorrelationMatrix matrix = Pearson.of(panel, RowWeights.own(panel), Missing.PAIRWISE);

    assertThat(matrix.get(0, 1)).isNaN();
    assertThat(matrix.get(0, 0)).isNaN();
    assertThat(matrix.get(1, 2)).isGreaterThan(.8);
    assertThat(matrix.rowsUsed()).isEqualTo(3);
    MatrixDistance distance = MatrixDistance.between(matrix, matrix);
    assertThat(distance.used()).isEqualTo(2);
    assertThat(distance.all()).isEqualTo(6);
    assertThat(distance.cbs()).isNaN();
    assertThat(distance.frobenius()).isZero();
  }

  @Test
  void correlation_fewerThanThreeRows_isUndefined() {
    Panel panel =
        Panel.of(
            List.of(Item.ordinal("a", 5), Item.ordinal("b", 5)),
            List.of(
                Row.person("1", 1, List.of(2, 0)),
                Row.person("2", 1, List.of(3, 3)),
                Row.person("3", 0, List.of(1, 4))));

    assertThat(Pearson.of(panel, RowWeights.own(panel), Missing.PAIRWISE).get(0, 1)).isNaN();
  }

  private static CorrelationMatrix people(Missing missing) {
    return Pearson.of(PEOPLE, RowWeights.own(PEOPLE), missing);
  }

  private static CorrelationMatrix personas() {
    return Pearson.of(PERSONAS, RowWeights.equal(PERSONAS), Missing.PAIRWISE);
  }
}
