package dev.voxpop.analysis.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.distribution.Tally;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.SamplePanels;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Distances of an iteration beside distances between the two halves as panels of their own. */
class LaneDistancesTest {

  @Test
  void distances_everyIterationAndQuestion_areThoseBetweenBothHalves() {
    Panel people = SamplePanels.people();
    SplitDistances distances = SplitHalf.iterations(people, NominalEmd.ABSENT, 70, 4);

    for (int b = 0; b < 70; b++) {
      long[] half = new Halves(people.size(), 4).of(b);
      Panel one = people.where(i -> (half[i >> 6] >>> i & 1) == 1);
      Panel two = people.where(i -> (half[i >> 6] >>> i & 1) == 0);
      double sum = 0;
      for (int q = 0; q < people.questions(); q++) {
        Distance expected = distance(one, two, q);
        for (Measure measure : Measure.values()) {
          assertThat(distances.get(measure, q, b)).isCloseTo(expected.get(measure), within(1e-14));
        }
        sum += expected.emd();
      }
      assertThat(distances.means(Measure.EMD)[b])
          .isCloseTo(sum / people.questions(), within(1e-14));
    }
  }

  @Test
  void distances_questionThatOnePersonAnswered_doNotExist() {
    Panel people = SamplePanels.people().where(i -> i < 40);
    byte[] lonely = new byte[people.size()];
    Arrays.fill(lonely, (byte) -1);
    lonely[3] = 1;
    Panel one = people.withColumns(people.items().subList(0, 1), List.of(lonely));
    SplitDistances distances = SplitHalf.iterations(one, NominalEmd.ABSENT, 5, 4);

    assertThat(distances.of(Measure.EMD, 0)).containsOnly(Double.NaN);
    assertThat(distances.means(Measure.TV)).containsOnly(Double.NaN);
  }

  private static Distance distance(Panel one, Panel two, int question) {
    return Distance.between(
        Tally.of(one, RowWeights.own(one)).get(question),
        Tally.of(two, RowWeights.own(two)).get(question),
        NominalEmd.ABSENT);
  }
}
