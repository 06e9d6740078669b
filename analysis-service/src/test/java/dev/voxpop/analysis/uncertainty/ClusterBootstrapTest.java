package dev.voxpop.analysis.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.Row;
import dev.voxpop.analysis.panel.SamplePanels;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.analysis.uncertainty.Metrics.Questions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Simulated panels with a known truth. */
class ClusterBootstrapTest {

  private static final List<Item> ITEMS = List.of(Item.ordinal("q", 2));
  private static final Questions QUESTIONS = Questions.of(ITEMS, NominalEmd.ABSENT);
  private static final String SHARE = MetricLayout.share(ITEMS.getFirst(), 1);
  private static final String EMD = MetricLayout.mean(Measure.EMD);
  private static final int RUNS = 500;
  private static final int ROUNDS = 200;

  // A share of personas does not depend on the people: a few are enough beside it.
  private static final int FEW = 20;
  private static final int MANY = 400;

  @Test
  void shareInterval_ownStories_coversTheTruth() {
    assertThat(coverage(run -> personas(run, .3, 200, 1), .3)).isBetween(.92, .98);
  }

  @Test
  void shareInterval_reusedStories_coversTheTruth() {
    assertThat(coverage(run -> personas(run, .3, 80, 5), .3)).isBetween(.92, .98);
  }

  @Test
  void shareInterval_reuseIgnored_doesNotCover() {
    assertThat(coverage(run -> forgetStories(personas(run, .3, 80, 5)), .3)).isLessThan(.8);
  }

  @Test
  void emdInterval_distanceOfAQuarter_coversAndIsNotMarked() {
    int covered = 0;
    int marked = 0;
    for (int run = 0; run < RUNS; run++) {
      Interval interval = interval(personas(run, .55, 400, 1), EMD, people(run, .3, MANY));
      covered += interval.low() <= .25 && .25 <= interval.high() ? 1 : 0;
      marked += interval.noiseLimited() ? 1 : 0;
    }

    assertThat(covered / (double) RUNS).isBetween(.92, .98);
    assertThat(marked).isLessThan(RUNS / 50);
  }

  @Test
  void emdInterval_distanceOfZero_isMarked() {
    Questions questions = Questions.of(SamplePanels.items(), NominalEmd.ABSENT);
    int marked = 0;
    for (int run = 0; run < 50; run++) {
      Panel people = SamplePanels.panel(100 + run, 200);
      Panel arm = SamplePanels.panel(200 + run, 200);
      Rounds rounds = rounds(questions, people, arm);
      double value =
          Metrics.of(questions, Side.people(people).values(), side(arm).values()).get(EMD);
      marked += Interval.percentile(value, rounds.of(0, EMD)).noiseLimited() ? 1 : 0;
    }

    assertThat(marked).isGreaterThanOrEqualTo(45);
  }

  @Test
  void rounds_sameSeeds_areTheSameNumbers() {
    Panel arm = personas(1, .4, 60, 2);
    double[] once = rounds(people(1, .3, FEW), arm).of(0, SHARE);

    assertThat(rounds(people(1, .3, FEW), arm).of(0, SHARE)).isEqualTo(once);
  }

  @Test
  void difference_armAgainstItself_isAlwaysZero() {
    Panel arm = personas(1, .4, 60, 2);
    Panel people = people(1, .3, FEW);
    Rounds rounds =
        Rounds.of(
            QUESTIONS,
            new Rounds.Sides(Side.people(people), List.of(side(arm), side(arm))),
            JointResampling.of(people, List.of(arm, arm), 3, 4),
            50);

    assertThat(rounds.difference(0, 1, SHARE)).containsOnly(0.0);
    assertThat(ArmDifference.pValue(rounds.difference(0, 1, SHARE))).isEqualTo(1);
  }

  @Test
  void differences_oneArmFarOff_isFoundAndAdjusted() {
    Panel people = people(7, .3, MANY);
    List<Panel> arms =
        List.of(personas(7, .35, 300, 1), personas(8, .75, 300, 1), personas(9, .5, 300, 1));
    List<Side> sides = arms.stream().map(ClusterBootstrapTest::side).toList();
    Side human = Side.people(people);
    Rounds rounds =
        Rounds.of(
            QUESTIONS,
            new Rounds.Sides(human, sides),
            JointResampling.of(people, arms, 3, 4),
            ArmDifferences.rounds(400, 3));
    List<Metrics> values =
        sides.stream().map(s -> Metrics.of(QUESTIONS, human.values(), s.values())).toList();

    ArmDifference first =
        ArmDifferences.of(
                List.of("near", "far", "middle"),
                values,
                new ArmDifferences.Resampled(rounds, Optional.empty()),
                arms)
            .stream()
            .filter(difference -> difference.metric().equals(EMD))
            .findFirst()
            .orElseThrow();

    assertThat(first.value()).isNegative();
    assertThat(first.p()).isCloseTo(2.0 / 401, within(1e-12));
    assertThat(first.adjusted()).isCloseTo(6.0 / 401, within(1e-12));
    assertThat(first.pairing()).isEqualTo(ArmDifference.Pairing.INDEPENDENT);
  }

  @Test
  void frobeniusInterval_squaredScale_isTheBasicInterval() {
    Interval interval = Interval.squared(2, new double[] {1.5, 2, 2.5, 3});

    assertThat(interval.high()).isCloseTo(Math.sqrt(8 - (2.25 + .075 * 1.75)), within(1e-12));
    assertThat(interval.low()).isZero();
    assertThat(MetricLayout.matrix(Preset.ORIGINAL, MatrixMeasure.L1)).isEqualTo("l1/original");
  }

  @Test
  void holm_threeValues_equalsR() {
    // R 4.x: p.adjust(c(.01, .04, .03), "holm") gives 0.03 0.06 0.06
    List<Double> adjusted = Holm.adjust(List.of(.01, Double.NaN, .04, .03));

    assertThat(adjusted.get(0)).isCloseTo(.03, within(1e-15));
    assertThat(adjusted.get(1)).isNaN();
    assertThat(adjusted.get(2)).isCloseTo(.06, within(1e-15));
    assertThat(adjusted.get(3)).isCloseTo(.06, within(1e-15));
  }

  private static double coverage(Function<Integer, Panel> arms, double truth) {
    int covered = 0;
    for (int run = 0; run < RUNS; run++) {
      Interval interval = interval(arms.apply(run), SHARE, people(run, .3, FEW));
      covered += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
    return covered / (double) RUNS;
  }

  private static Interval interval(Panel arm, String metric, Panel people) {
    double value =
        Metrics.of(QUESTIONS, Side.people(people).values(), side(arm).values()).get(metric);
    return Interval.percentile(value, rounds(people, arm).of(0, metric));
  }

  private static Rounds rounds(Panel people, Panel arm) {
    return rounds(QUESTIONS, people, arm);
  }

  private static Rounds rounds(Questions questions, Panel people, Panel arm) {
    return Rounds.of(
        questions,
        new Rounds.Sides(Side.people(people), List.of(side(arm))),
        SeparateResampling.of(people, List.of(arm), new SeparateResampling.Seeds(77, List.of(78L))),
        ROUNDS);
  }

  private static Side side(Panel arm) {
    return Side.personas(arm, RowWeights.equal(arm));
  }

  private static Panel people(int run, double share, int size) {
    Draws draws = new Draws(run, 21);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      rows.add(Row.person("r-" + i, 1, List.of(draws.unit(i) < share ? 1 : 0)));
    }
    return Panel.of(ITEMS, rows);
  }

  /** Stories whose {@code use} personas nearly always answer alike. */
  private static Panel personas(int run, double share, int stories, int use) {
    Draws draws = new Draws(run, 31);
    List<Row> rows = new ArrayList<>();
    for (int story = 0; story < stories; story++) {
      int opinion = draws.unit(story) < share ? 1 : 0;
      for (int k = 0; k < use; k++) {
        long n = 100_000L + 10L * story + k;
        int answer = use == 1 || draws.unit(n) < .8 ? opinion : draws.unit(-n) < share ? 1 : 0;
        String id = "b-" + run + "-" + story + "-" + k;
        rows.add(new Row(id, id, "b-" + run + "-" + story, null, 1, List.of(answer)));
      }
    }
    return Panel.of(ITEMS, rows);
  }

  private static Panel forgetStories(Panel panel) {
    return Panel.of(
        ITEMS,
        IntStream.range(0, panel.size())
            .mapToObj(row -> Row.person(panel.rowIds().get(row), 1, List.of(panel.cell(row, 0))))
            .toList());
  }
}
