package dev.voxpop.analysis.elicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.distribution.Belief;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.panel.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElicitationAgreementTest {

  private static final Item ITEM = Item.ordinal("q", 3);
  private static final Elicited SAMPLED =
      new Elicited(Mode.SAMPLED, Distribution.fixed(ITEM, new double[] {.5, .3, .2}), .02);
  private static final Elicited STATED =
      new Elicited(Mode.STATED, Distribution.fixed(ITEM, new double[] {.2, .3, .5}), 0);

  @Test
  void beliefs_severalPersonas_areAveragedPersonaByPersona() {
    Belief.Mean mean =
        Belief.mean(
            ITEM,
            List.of(
                new Belief("s1", List.of(.5, .25, .25)),
                new Belief("s1", List.of(.1, .1, 0.0)),
                new Belief("s2", List.of(0.0, 0.0, 0.0))));

    assertThat(mean.distribution().shares()).containsExactly(.5, .375, .125);
    assertThat(mean.offOptions()).isCloseTo((0 + .8 + 1) / 3, within(1e-12));
    assertThat(mean.distribution().n()).isEqualTo(2);
    assertThat(mean.distribution().effective()).isEqualTo(1);
  }

  @Test
  void beliefs_hardlyOnAnyOption_countOffTheOptionsOnly() {
    Belief.Mean mean =
        Belief.mean(
            ITEM,
            List.of(
                new Belief("s1", List.of(.5, .5, 0.0)), new Belief("s2", List.of(0.0, 0.0, .04))));

    assertThat(mean.distribution().shares()).containsExactly(.5, .5, 0.0);
    assertThat(mean.distribution().n()).isEqualTo(1);
    assertThat(mean.offOptions()).isCloseTo(.48, within(1e-12));
  }

  @Test
  void beliefs_nobodyOrLogarithms_areAbsentOrRefused() {
    assertThat(Belief.mean(ITEM, List.of()).distribution().present()).isFalse();
    assertThatThrownBy(() -> new Belief("s1", List.of(-.1, .5, .5)))
        .hasMessageContaining("Maybe they are logarithms");
  }

  @Test
  void agreement_threeWays_comparesEveryPair() {
    Belief.Mean read = Belief.mean(ITEM, List.of(new Belief("s1", List.of(.4, .3, .2))));
    ElicitationAgreement agreement =
        ElicitationAgreement.of(
            ITEM,
            List.of(
                STATED,
                SAMPLED,
                new Elicited(Mode.LOG_PROBABILITIES, read.distribution(), read.offOptions())),
            NominalEmd.ABSENT);

    assertThat(agreement.ways())
        .extracting(way -> way.mode().key())
        .containsExactly("sampled", "log-probabilities", "stated");
    assertThat(agreement.ways().get(1).offOptions()).isCloseTo(.1, within(1e-12));
    ElicitationAgreement.Pair far = agreement.pairs().get(1);
    assertThat(far.second()).isEqualTo(Mode.STATED);
    assertThat(far.distance().emd()).isCloseTo(.6, within(1e-12));
    assertThat(far.distance().tv()).isCloseTo(.3, within(1e-12));
    assertThat(agreement.pairs()).hasSize(3);
  }

  @Test
  void agreement_oneWayTwice_isRefused() {
    assertThatThrownBy(
            () -> ElicitationAgreement.of(ITEM, List.of(SAMPLED, SAMPLED), NominalEmd.ABSENT))
        .hasMessageContaining("Maybe pool its answers first");
  }
}
