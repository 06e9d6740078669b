package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.MeanDistance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.subgroup.Division;
import dev.voxpop.analysis.subgroup.Group;
import dev.voxpop.analysis.uncertainty.Resampling;
import dev.voxpop.analysis.uncertainty.ShareSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Mean distances of every arm in every group of a division, to be computed again and again with
 * different multiplicities of all people and personas.
 */
final class GroupDistances {

  /** Measures in the order of {@link #rounds}. */
  static final List<Measure> MEASURES = List.of(Measure.values());

  private final Study study;
  private final List<ShareSums> people;
  private final List<List<ShareSums>> arms;

  GroupDistances(Study study, Division division) {
    this.study = study;
    this.people = division.groups().stream().map(group -> people(study.people(), group)).toList();
    this.arms =
        study.arms().stream()
            .map(arm -> division.groups().stream().map(group -> part(arm, group)).toList())
            .toList();
  }

  /** Means of an arm by group, with everybody counted once. */
  List<MeanDistance> once(int arm) {
    return distances(
        shares(people, once(study.people())),
        shares(arms.get(arm), once(study.arms().get(arm).panel())));
  }

  /** Means by arm, measure, group and round. */
  double[][][][] rounds(Resampling resampling, int rounds) {
    double[][][][] series = new double[arms.size()][MEASURES.size()][people.size()][rounds];
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
    return series;
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
    return ShareSums.of(panel, Comparison.weights(arm), group.personaRows(panel));
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
}
