package dev.voxpop.analysis.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.distribution.Tally;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.ItemKind;
import dev.voxpop.analysis.panel.Keying;
import dev.voxpop.analysis.panel.Option;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.SamplePanels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Reference values: scipy 1.17.1 {@code scipy.stats.wasserstein_distance} and numpy 2.4.6, command
 * {@code python reference/statistics.py}.
 */
class DistanceTest {

  private static final Panel PEOPLE = SamplePanels.people();
  private static final Panel PERSONAS = SamplePanels.personas();

  @Test
  void distances_sixQuestions_equalScipy() {
    double[] emd = {
      0.12900589419580366,
      0.22878036296356413,
      0.08162759346773465,
      0.05828674053742665,
      0.011030985292803525,
      0.12039117460152284
    };
    double[] tv = {
      0.09928503179466903,
      0.0790495551405338,
      0.08162759346773459,
      0.020424587441970794,
      0.011030985292803566,
      0.05121614942379228
    };
    List<Distance> distances = distances();

    for (int q = 0; q < 6; q++) {
      assertThat(distances.get(q).emd()).isCloseTo(emd[q], within(1e-14));
      assertThat(distances.get(q).tv()).isCloseTo(tv[q], within(1e-14));
      assertThat(distances.get(q).emdNormalised())
          .isCloseTo(emd[q] / (PEOPLE.item(q).levels() - 1), within(1e-14));
    }
  }

  @Test
  void emd_declaredPositions_equalsScipy() {
    Item item = positions(1, 1.5, 2, 4, 7);
    double[] p = people().get(3).toArray();
    double[] v = personas().get(3).toArray();

    assertThat(EarthMover.raw(item, p, v)).isCloseTo(0.08138914303141193, within(1e-14));
    assertThat(EarthMover.normalised(item, p, v)).isCloseTo(0.08138914303141193 / 6, within(1e-14));
  }

  @Test
  void distance_nominalQuestion_hasOnlyTotalVariation() {
    Item item = new Item("n", "n", ItemKind.NOMINAL, positions(1, 2).options(), Keying.AS_CODED);
    double[] p = {.25, .75};
    double[] v = {.5, .5};

    assertThat(Distance.between(item, p, v, NominalEmd.ABSENT))
        .isEqualTo(new Distance(Double.NaN, Double.NaN, .25));
    assertThat(Distance.between(item, p, v, NominalEmd.DECLARED_ORDER))
        .isEqualTo(new Distance(.25, .25, .25));
  }

  @Test
  void mean_absentQuestion_isLeftOutAndNotCounted() {
    Distribution absent = Distribution.absent(PEOPLE.item(0));
    List<Distance> distances = new ArrayList<>(distances());
    distances.set(0, Distance.between(absent, personas().get(0), NominalEmd.ABSENT));

    assertThat(Distance.mean(distances).emd().questions()).isEqualTo(5);
    assertThat(Distance.mean(distances).tv().value())
        .isCloseTo(
            distances.subList(1, 6).stream().mapToDouble(Distance::tv).average().orElseThrow(),
            within(1e-15));
  }

  @Test
  void normalisedEmd_oneOption_doesNotExist() {
    Distance distance =
        Distance.between(
            Item.ordinal("one", 1), new double[] {1}, new double[] {1}, NominalEmd.ABSENT);

    assertThat(distance.emd()).isZero();
    assertThat(distance.emdNormalised()).isNaN();
  }

  @Test
  void flattening_allOnOneOption_hasNoEntropyAndNoVariance() {
    Item item = Item.ordinal("q", 4);
    Flattening flattening =
        Flattening.of(
            Distribution.uniform(item), Distribution.fixed(item, new double[] {0, 1, 0, 0}));

    assertThat(flattening).isEqualTo(new Flattening(2, 0, .25, 1, 0));
  }

  private static List<Distance> distances() {
    List<Distance> distances = new ArrayList<>();
    for (int q = 0; q < 6; q++) {
      distances.add(Distance.between(people().get(q), personas().get(q), NominalEmd.ABSENT));
    }
    return distances;
  }

  private static List<Distribution> people() {
    return Tally.of(PEOPLE, RowWeights.own(PEOPLE));
  }

  private static List<Distribution> personas() {
    return Tally.of(PERSONAS, RowWeights.equal(PERSONAS));
  }

  private static Item positions(double... positions) {
    List<Option> options = new ArrayList<>();
    for (double position : positions) {
      options.add(new Option("c" + position, "text", position));
    }
    return new Item("q", "q", ItemKind.ORDINAL, options, Keying.AS_CODED);
  }
}
