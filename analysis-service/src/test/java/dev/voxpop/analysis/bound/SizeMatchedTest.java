package dev.voxpop.analysis.bound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.distribution.Tally;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.SamplePanels;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** Personas drawn from the people's own population: nothing but size decides. */
class SizeMatchedTest {

  @Test
  void mean_personasAnswerLikeOtherPeople_equalsTheBound() {
    double bound = 0;
    double matched = 0;
    double everybody = 0;
    for (int run = 0; run < 40; run++) {
      Panel people = SamplePanels.panel(1000 + run, 300);
      Panel personas = SamplePanels.panel(2000 + run, 300);
      bound +=
          SplitHalf.of(people, NominalEmd.ABSENT, 50, run)
              .orElseThrow()
              .mean(Measure.EMD_NORMALISED)
              .mean();
      SizeMatched sized = SizeMatched.of(people, personas, plan(people, 50, run));
      matched += sized.mean(Measure.EMD_NORMALISED).mean();
      everybody += whole(people, personas);
      assertThat(sized.personas()).isEqualTo(150);
    }

    assertThat(matched / bound).isBetween(.94, 1.06);
    assertThat(bound / everybody).isGreaterThan(1.25);
  }

  @Test
  void spreads_oneThreadOrFive_haveTheSameBits() throws Exception {
    Panel people = SamplePanels.people();
    Panel personas = SamplePanels.personas();
    SizeMatched alone;
    SizeMatched many;
    try (ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool five = new ForkJoinPool(5)) {
      alone = one.submit(() -> SizeMatched.of(people, personas, plan(people, 70, 3))).get();
      many = five.submit(() -> SizeMatched.of(people, personas, plan(people, 70, 3))).get();
    }

    assertThat(alone).isEqualTo(many);
    assertThat(alone.questions()).hasSize(6);
  }

  @Test
  void personas_fewerThanHalfThePeople_allTakePart() {
    Panel people = SamplePanels.people();
    Panel few = SamplePanels.personas().where(row -> row < 40);

    assertThat(SizeMatched.of(people, few, plan(people, 5, 3)).personas()).isEqualTo(40);
  }

  private static SizeMatched.Plan plan(Panel people, int splits, long seed) {
    return new SizeMatched.Plan(
        new Halves(people.size(), seed), new Draws(seed, 17), NominalEmd.ABSENT, splits);
  }

  private static double whole(Panel people, Panel personas) {
    var human = Tally.of(people, own(people));
    var persona = Tally.of(personas, own(personas));
    double sum = 0;
    for (int q = 0; q < human.size(); q++) {
      sum += Distance.between(human.get(q), persona.get(q), NominalEmd.ABSENT).emdNormalised();
    }
    return sum / human.size();
  }

  private static RowWeights own(Panel panel) {
    return RowWeights.own(panel);
  }
}
