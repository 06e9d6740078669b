package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.distance.MeanDistance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.subgroup.Division;
import dev.voxpop.analysis.uncertainty.ArmDifference;
import dev.voxpop.analysis.uncertainty.BiasCorrected;
import dev.voxpop.analysis.uncertainty.Interval;
import dev.voxpop.analysis.uncertainty.IntervalKind;
import dev.voxpop.analysis.uncertainty.SeparateResampling;
import dev.voxpop.contracts.identity.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Differences of mean distances between the groups of a division.
 *
 * <p>One bootstrap of all people and of all stories gives every group's distance in the same round,
 * so a story that stands for people of several groups moves them together. Noise-limited
 * differences carry no p-value; the others are adjusted over the pairs of groups.
 */
final class GroupGaps {

  private final Study study;
  private final Division division;
  private final GroupDistances distances;
  private final List<Panel> panels;

  private GroupGaps(Study study, Division division) {
    this.study = study;
    this.division = division;
    this.distances = new GroupDistances(study, division);
    this.panels = study.arms().stream().map(ArmInput::panel).toList();
  }

  static List<GroupGap> of(Study study, Division division) {
    return new GroupGaps(study, division).gaps();
  }

  private List<GroupGap> gaps() {
    SeparateResampling resampling =
        SeparateResampling.of(study.people(), panels, seeds(new Seed(study.settings().seed())));
    double[][][][] series = distances.rounds(resampling, study.settings().bootstrap());
    double[][][][] leftOut = leftOut();
    List<GroupGap> gaps = new ArrayList<>();
    for (int arm = 0; arm < series.length; arm++) {
      List<MeanDistance> values = distances.once(arm);
      for (int m = 0; m < GroupDistances.MEASURES.size(); m++) {
        double[][] without = leftOut.length == 0 ? new double[0][] : leftOut[arm][m];
        int stories = panels.get(arm).clusters().size();
        Series own = new Series(series[arm][m], without, study.people().size(), stories);
        gaps.addAll(gaps(arm, GroupDistances.MEASURES.get(m), values, own));
      }
    }
    return gaps;
  }

  /** Values without one person, or one story, at a time; empty when percentiles are asked for. */
  private double[][][][] leftOut() {
    if (study.settings().options().intervals() == IntervalKind.PERCENTILE) {
      return new double[0][][][];
    }
    int stories = panels.stream().mapToInt(panel -> panel.clusters().size()).max().orElse(0);
    return distances.rounds(
        SeparateResampling.leaveOneOut(study.people(), panels), study.people().size() + stories);
  }

  /** Values of a measure of an arm by group: in every round, and without one unit at a time. */
  private static final class Series {
    private final double[][] rounds;
    private final double[][] leftOut;
    private final int people;
    private final int stories;

    Series(double[][] rounds, double[][] leftOut, int people, int stories) {
      this.rounds = rounds;
      this.leftOut = leftOut;
      this.people = people;
      this.stories = stories;
    }

    double[] rounds(Pair pair) {
      return difference(rounds[pair.first], rounds[pair.second]);
    }

    Interval interval(double value, Pair pair) {
      if (leftOut.length == 0) {
        return Interval.percentile(value, rounds(pair));
      }
      double[] without = difference(leftOut[pair.first], leftOut[pair.second]);
      double acceleration =
          BiasCorrected.acceleration(
              Arrays.copyOfRange(without, 0, people),
              Arrays.copyOfRange(without, people, people + stories));
      return Interval.biasCorrected(value, rounds(pair), acceleration);
    }

    private static double[] difference(double[] first, double[] second) {
      double[] difference = new double[first.length];
      Arrays.setAll(difference, i -> first[i] - second[i]);
      return difference;
    }
  }

  private List<GroupGap> gaps(int arm, Measure measure, List<MeanDistance> values, Series series) {
    List<GroupGap> pairs = new ArrayList<>();
    for (int a = 0; a < values.size(); a++) {
      for (int b = a + 1; b < values.size(); b++) {
        double value = values.get(a).get(measure).value() - values.get(b).get(measure).value();
        Pair pair = new Pair(a, b);
        Interval interval =
            enough(arm, a) && enough(arm, b) ? series.interval(value, pair) : Interval.ABSENT;
        boolean tested = interval.limit() == Interval.Limit.NONE;
        pairs.add(
            new GroupGap(
                study.arms().get(arm).id(),
                measure,
                division.groups().get(a).id(),
                division.groups().get(b).id(),
                value,
                interval,
                tested ? ArmDifference.pValue(series.rounds(pair)) : Double.NaN,
                Double.NaN));
      }
    }
    List<Double> adjusted =
        study.settings().options().adjustment().adjust(pairs.stream().map(GroupGap::p).toList());
    return IntStream.range(0, pairs.size())
        .mapToObj(i -> pairs.get(i).adjustedTo(adjusted.get(i)))
        .toList();
  }

  private record Pair(int first, int second) {}

  private boolean enough(int arm, int group) {
    Panel slice = division.groups().get(group).personasOf(panels.get(arm));
    PersonaWeighting weighting = study.arms().get(arm).weighting();
    return ArmComparison.effective(slice, weighting) >= ArmFindings.Size.LEAST_EFFECTIVE;
  }

  private SeparateResampling.Seeds seeds(Seed seed) {
    String path = "analysis/subgroup/" + division.id();
    return new SeparateResampling.Seeds(
        seed.derive(path + "/people"),
        study.arms().stream().map(arm -> seed.derive(path + "/arm/" + arm.id())).toList());
  }
}
