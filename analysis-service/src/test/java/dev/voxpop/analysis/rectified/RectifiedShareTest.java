package dev.voxpop.analysis.rectified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.rectified.RectifiedShare.Answered;
import dev.voxpop.analysis.rectified.RectifiedShare.Trust;
import dev.voxpop.analysis.rectified.RectifiedShare.Unanswered;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reference values: numpy 2.4.6, scipy 1.17.1, ppi-python, {@code python reference/further.py}. */
class RectifiedShareTest {

  @Test
  void share_tunedOrFull_equalsTheReference() {
    List<Answered> people =
        IntStream.range(0, 80)
            .mapToObj(
                i -> {
                  int human = draw(1, i, 100) < 35 ? 1 : 0;
                  int persona = draw(2, i, 100) < 70 ? human : draw(3, i, 2);
                  return new Answered("b-" + i, human, persona);
                })
            .toList();
    List<Unanswered> personas =
        IntStream.range(0, 500)
            .mapToObj(i -> new Unanswered("f-" + i, draw(4, i, 100) < 45 ? 1 : 0))
            .toList();

    RectifiedShare tuned = RectifiedShare.of(people, personas, Trust.TUNED);
    RectifiedShare full = RectifiedShare.of(people, personas, Trust.FULL);

    assertThat(tuned.lambda()).isCloseTo(0.6498149871739576, within(1e-12));
    assertThat(tuned.estimate()).isCloseTo(0.33491861705750153, within(1e-12));
    assertThat(tuned.standardError()).isCloseTo(0.035374745850933594, within(1e-12));
    assertThat(tuned.low()).isCloseTo(0.2645069467416734, within(1e-9));
    assertThat(tuned.high()).isCloseTo(0.40533028737332966, within(1e-9));
    assertThat(full.estimate()).isCloseTo(0.347, within(1e-12));
    assertThat(full.low()).isCloseTo(0.26533258048419534, within(1e-9));
  }

  @Test
  void interval_anyQualityOfPersonas_coversAndIsHardlyWiderThanPeopleAlone() {
    for (double quality : new double[] {0, .5, .95}) {
      int covered = 0;
      double width = 0;
      double alone = 0;
      for (int run = 0; run < 500; run++) {
        Sample sample = sample(run, quality, 60, 1);
        RectifiedShare share = RectifiedShare.of(sample.people, sample.personas, Trust.TUNED);
        covered += share.low() <= .3 && .3 <= share.high() ? 1 : 0;
        width += share.high() - share.low();
        RectifiedShare people =
            RectifiedShare.of(
                sample.people.stream().map(a -> new Answered(a.cluster(), a.human(), 0)).toList(),
                sample.personas,
                Trust.TUNED);
        alone += people.high() - people.low();
      }
      assertThat(covered / 500.0).isBetween(.92, .98);
      assertThat(width / alone).isLessThan(1.05);
    }
  }

  @Test
  void interval_storiesUsedAgain_coversOnlyWithClusters() {
    int clustered = 0;
    int ignored = 0;
    for (int run = 0; run < 500; run++) {
      Sample sample = sample(run, .9, 60, 10);
      RectifiedShare share = RectifiedShare.of(sample.people, sample.personas, Trust.FULL);
      clustered += share.low() <= .3 && .3 <= share.high() ? 1 : 0;
      List<Unanswered> apart = new ArrayList<>();
      sample.personas.forEach(p -> apart.add(new Unanswered("x-" + apart.size(), p.value())));
      RectifiedShare blind = RectifiedShare.of(sample.people, apart, Trust.FULL);
      ignored += blind.low() <= .3 && .3 <= blind.high() ? 1 : 0;
    }

    assertThat(clustered / 500.0).isBetween(.91, .98);
    assertThat(ignored).isLessThan(clustered - 20);
  }

  @Test
  void share_fewPeople_isRefused() {
    List<Answered> few = List.of(new Answered("b", 1, 1));

    assertThat(RectifiedShare.possible(few, List.of())).isFalse();
    assertThatThrownBy(() -> RectifiedShare.of(few, List.of(), Trust.TUNED))
        .hasMessageContaining("Maybe ask at least 50");
  }

  private record Sample(List<Answered> people, List<Unanswered> personas) {}

  /** Personas copy a person of the population with this probability, and else guess. */
  private static Sample sample(int run, double quality, int people, int use) {
    Draws draws = new Draws(run, 51);
    List<Answered> answered = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      int human = draws.unit(10L * i) < .3 ? 1 : 0;
      int guess = draws.unit(10L * i + 1) < .5 ? 1 : 0;
      answered.add(
          new Answered("b-" + i, human, draws.unit(10L * i + 2) < quality ? human : guess));
    }
    List<Unanswered> unanswered = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      long story = 1_000_000L + 10L * (i / use);
      int human = draws.unit(story) < .3 ? 1 : 0;
      int guess = draws.unit(story + 1) < .5 ? 1 : 0;
      unanswered.add(
          new Unanswered("f-" + i / use, draws.unit(story + 2) < quality ? human : guess));
    }
    return new Sample(answered, unanswered);
  }

  private static int draw(int stream, int n, int k) {
    return new Draws(3, stream).below(n, k);
  }
}
