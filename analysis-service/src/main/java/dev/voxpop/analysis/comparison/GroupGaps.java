package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.MeanDistance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.subgroup.Division;
import dev.voxpop.analysis.subgroup.Group;
import dev.voxpop.analysis.uncertainty.ArmDifference;
import dev.voxpop.analysis.uncertainty.Interval;
import dev.voxpop.analysis.uncertainty.Resampling;
import dev.voxpop.analysis.uncertainty.SeparateResampling;
import dev.voxpop.analysis.uncertainty.ShareSums;
import dev.voxpop.contracts.identity.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Differences of mean distances between the groups of a division.
 *
 * <p>One bootstrap of all people and of all stories gives every group's distance in the same round,
 * so a story that stands for people of several groups moves them together. Noise-limited
 * differences carry no p-value; the others are adjusted over the pairs of groups.
 */
final class GroupGaps {

  private static final List<Measure> MEASURES = List.of(Measure.values());

  private final Study study;
  private final Division division;
  private final List<ShareSums> people;
  private final List<List<ShareSums>> arms;

  private GroupGaps(Study study, Division division) {
    this.study = study;
    this.division = division;
    this.people = division.groups().stream().map(group -> people(study.people(), group)).toList();
    this.arms =
        study.arms().stream()
            .map(arm -> division.groups().stream().map(group -> part(arm, group)).toList())
            .toList();
  }

  static List<GroupGap> of(Study study, Division division) {
    return new GroupGaps(study, division).gaps();
  }

  private static ShareSums people(Panel panel, Group group) {
    int[] rows =
        IntStream.range(0, panel.size())
            .filter(row -> group.people().contains(panel.rowIds().get(row)))
            .toArray();
    return ShareSums.of(panel, RowWeights.own(panel), rows);
  }

  private static ShareSums part(ArmInput arm, Group group) {
    Panel panel = arm.panel();
    int[] rows = group.personaRows(panel);
    return ShareSums.of(panel, Comparison.weights(arm), rows);
  }

  private List<GroupGap> gaps() {
    int rounds = study.settings().bootstrap();
    double[][][][] series =
        new double[arms.size()][MEASURES.size()][division.groups().size()][rounds];
    List<Panel> panels = study.arms().stream().map(ArmInput::panel).toList();
    SeparateResampling resampling =
        SeparateResampling.of(study.people(), panels, seeds(new Seed(study.settings().seed())));
    IntStream.range(0, rounds)
        .parallel()
        .forEach(
            round -> {
              Resampling.Drawn drawn = resampling.round(round);
              List<double[] @Nullable []> human = shares(people, drawn.people());
              for (int arm = 0; arm < series.length; arm++) {
                store(series[arm], round, distances(human, shares(arms.get(arm), drawn.arm(arm))));
              }
            });
    List<double[] @Nullable []> human = shares(people, once(study.people()));
    List<GroupGap> gaps = new ArrayList<>();
    for (int arm = 0; arm < series.length; arm++) {
      double[] once = once(study.arms().get(arm).panel());
      List<MeanDistance> values = distances(human, shares(arms.get(arm), once));
      for (int m = 0; m < MEASURES.size(); m++) {
        gaps.addAll(gaps(arm, MEASURES.get(m), values, series[arm][m]));
      }
    }
    return gaps;
  }

  private List<GroupGap> gaps(
      int arm, Measure measure, List<MeanDistance> values, double[][] series) {
    List<GroupGap> pairs = new ArrayList<>();
    for (int a = 0; a < series.length; a++) {
      for (int b = a + 1; b < series.length; b++) {
        double value = values.get(a).get(measure).value() - values.get(b).get(measure).value();
        double[] first = series[a];
        double[] second = series[b];
        double[] rounds = new double[first.length];
        Arrays.setAll(rounds, i -> first[i] - second[i]);
        Interval interval =
            enough(arm, a) && enough(arm, b) ? Interval.percentile(value, rounds) : Interval.ABSENT;
        boolean tested = interval.limit() == Interval.Limit.NONE;
        pairs.add(
            new GroupGap(
                study.arms().get(arm).id(),
                measure,
                division.groups().get(a).id(),
                division.groups().get(b).id(),
                value,
                interval,
                tested ? ArmDifference.pValue(rounds) : Double.NaN,
                Double.NaN));
      }
    }
    List<Double> adjusted =
        study.settings().options().adjustment().adjust(pairs.stream().map(GroupGap::p).toList());
    return IntStream.range(0, pairs.size())
        .mapToObj(i -> pairs.get(i).adjustedTo(adjusted.get(i)))
        .toList();
  }

  private boolean enough(int arm, int group) {
    Panel slice = division.groups().get(group).personasOf(study.arms().get(arm).panel());
    return ArmComparison.effective(slice) >= ArmFindings.Size.LEAST_EFFECTIVE;
  }

  /** Shares of every group with these multiplicities of all rows. */
  private static List<double[] @Nullable []> shares(List<ShareSums> groups, double[] rows) {
    return groups.stream().<double[] @Nullable []>map(sums -> sums.shares(rows)).toList();
  }

  private List<MeanDistance> distances(
      List<double[] @Nullable []> people, List<double[] @Nullable []> personas) {
    List<MeanDistance> means = new ArrayList<>();
    for (int group = 0; group < people.size(); group++) {
      List<Distance> distances = new ArrayList<>();
      for (int q = 0; q < study.items().size(); q++) {
        double[] human = people.get(group)[q];
        double[] persona = personas.get(group)[q];
        distances.add(
            human == null || persona == null
                ? Distance.NONE
                : Distance.between(
                    study.items().get(q), human, persona, study.settings().nominal()));
      }
      means.add(Distance.mean(distances));
    }
    return means;
  }

  private static void store(double[][][] series, int round, List<MeanDistance> means) {
    for (int group = 0; group < means.size(); group++) {
      for (int m = 0; m < MEASURES.size(); m++) {
        series[m][group][round] = means.get(group).get(MEASURES.get(m)).value();
      }
    }
  }

  private static double[] once(Panel panel) {
    double[] once = new double[panel.size()];
    Arrays.fill(once, 1);
    return once;
  }

  private SeparateResampling.Seeds seeds(Seed seed) {
    String path = "analysis/subgroup/" + division.id();
    return new SeparateResampling.Seeds(
        seed.derive(path + "/people"),
        study.arms().stream().map(arm -> seed.derive(path + "/arm/" + arm.id())).toList());
  }
}
