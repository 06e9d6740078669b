package dev.voxpop.analysis.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.SamplePanels;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often intervals hold a truth that is known from a population of 60,000: weighted people with
 * missing answers, and personas whose answers to different questions have nothing to do with each
 * other.
 */
@Tag("slow")
class CoverageTest {

  private static final Metrics.Questions QUESTIONS =
      Metrics.Questions.of(SamplePanels.items(), NominalEmd.ABSENT);
  private static final String FROBENIUS =
      MetricLayout.matrix(Preset.CONSISTENT, MatrixMeasure.FROBENIUS);
  private static final String SHARE = MetricLayout.share(SamplePanels.items().getFirst(), 1);
  private static final int POPULATION = 60_000;
  private static final int RUNS = 300;
  private static final int ROUNDS = 400;

  private final Metrics truth =
      Metrics.of(
          QUESTIONS,
          Side.people(SamplePanels.panel(5, POPULATION)).values(),
          side(unrelated(1_000_000, POPULATION)).values());

  @Test
  void frobenius_matricesFarApart_isCovered() {
    int covered = 0;
    for (int run = 0; run < RUNS; run++) {
      Sample sample = new Sample(run);
      Interval interval =
          Interval.squared(sample.value(FROBENIUS), sample.rounds().of(0, FROBENIUS));
      covered += holds(interval, truth.get(FROBENIUS));
    }

    assertThat(covered / (double) RUNS).isBetween(.91, .985);
  }

  @Test
  void share_percentileAndAccelerated_areCovered() {
    int percentile = 0;
    int accelerated = 0;
    for (int run = 0; run < RUNS; run++) {
      Sample sample = new Sample(run);
      double[] rounds = sample.rounds().of(0, SHARE);
      double acceleration = LeaveOneOut.of(QUESTIONS, sample.sides()).acceleration(0, SHARE);
      double value = sample.value(SHARE);
      percentile += holds(Interval.percentile(value, rounds), truth.get(SHARE));
      accelerated += holds(Interval.biasCorrected(value, rounds, acceleration), truth.get(SHARE));
    }

    assertThat(percentile / (double) RUNS).isBetween(.915, .98);
    assertThat(accelerated / (double) RUNS).isBetween(.915, .98);
  }

  @Test
  void difference_percentileAndAccelerated_areCovered() {
    String alpha = MetricLayout.alpha();
    double related =
        Metrics.of(
                QUESTIONS,
                Side.people(SamplePanels.panel(5, POPULATION)).values(),
                side(SamplePanels.panel(5, POPULATION)).values())
            .get(alpha);
    int percentile = 0;
    int accelerated = 0;
    for (int run = 0; run < RUNS; run++) {
      Panel people = SamplePanels.panel(10_000L + run, 100);
      List<Panel> arms =
          List.of(
              SamplePanels.panel(5_000_000L + run, 150), unrelated(2_000_000L + 100L * run, 150));
      Interval[] intervals = differences(people, arms);
      percentile += holds(intervals[0], related - truth.get(alpha));
      accelerated += holds(intervals[1], related - truth.get(alpha));
    }

    assertThat(percentile / (double) RUNS).isBetween(.915, .98);
    assertThat(accelerated / (double) RUNS).isBetween(.915, .98);
  }

  /** Intervals of the difference of alpha: percentile, then accelerated. */
  private static Interval[] differences(Panel people, List<Panel> arms) {
    String alpha = MetricLayout.alpha();
    Side human = Side.people(people);
    List<Side> sides = arms.stream().map(CoverageTest::side).toList();
    Rounds.Sides both = new Rounds.Sides(human, sides);
    double value = sides.getFirst().values().alpha() - sides.getLast().values().alpha();
    double[] rounds =
        Rounds.of(QUESTIONS, both, JointResampling.of(people, arms, 3, 4), ROUNDS)
            .difference(0, 1, alpha);
    double acceleration =
        JointLeaveOneOut.of(QUESTIONS, both, people, arms).acceleration(0, 1, alpha);
    return new Interval[] {
      Interval.percentile(value, rounds), Interval.biasCorrected(value, rounds, acceleration)
    };
  }

  private static int holds(Interval interval, double truth) {
    return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
  }

  private static Side side(Panel arm) {
    return Side.personas(arm, RowWeights.equal(arm));
  }

  /** Every question's answers are those of other personas. */
  private static Panel unrelated(long seed, int rows) {
    Panel names = SamplePanels.panel(seed, rows);
    List<byte[]> columns = new ArrayList<>();
    for (int q = 0; q < names.questions(); q++) {
      Panel others = SamplePanels.panel(seed + 1 + q, rows);
      byte[] column = new byte[rows];
      for (int row = 0; row < rows; row++) {
        column[row] = (byte) others.cell(row, q);
      }
      columns.add(column);
    }
    return names.withColumns(names.items(), columns);
  }

  /** 400 people and 150 personas of the two populations. */
  private static final class Sample {
    private final Panel people;
    private final Panel arm;

    Sample(int run) {
      this.people = SamplePanels.panel(10_000L + run, 400);
      this.arm = unrelated(2_000_000L + 100L * run, 150);
    }

    Rounds.Sides sides() {
      return new Rounds.Sides(Side.people(people), List.of(side(arm)));
    }

    double value(String metric) {
      return Metrics.of(QUESTIONS, Side.people(people).values(), side(arm).values()).get(metric);
    }

    Rounds rounds() {
      SeparateResampling.Seeds seeds = new SeparateResampling.Seeds(7, List.of(8L));
      return Rounds.of(
          QUESTIONS, sides(), SeparateResampling.of(people, List.of(arm), seeds), ROUNDS);
    }
  }
}
