package dev.voxpop.analysis.uncertainty;

import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.analysis.uncertainty.ArmDifference.Pairing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Differences between all pairs of arms, by paired bootstrap, with p-values adjusted per metric.
 *
 * <p>Rounds come from a {@link JointResampling}, so what two arms share moves together. A
 * difference whose bootstrap bias exceeds a quarter of its standard error carries no p-value.
 */
public final class ArmDifferences {

  /** The metrics that are compared. */
  public static final List<String> METRICS =
      List.of(
          MetricLayout.mean(Measure.EMD),
          MetricLayout.mean(Measure.EMD_NORMALISED),
          MetricLayout.mean(Measure.TV),
          MetricLayout.matrix(Preset.CONSISTENT, MatrixMeasure.FROBENIUS),
          MetricLayout.matrix(Preset.CONSISTENT, MatrixMeasure.L1),
          MetricLayout.matrix(Preset.CONSISTENT, MatrixMeasure.CBS),
          MetricLayout.alpha());

  private static final int ROUNDS_PER_PAIR = 40;

  private final List<String> ids;
  private final List<Metrics> values;
  private final Resampled resampled;
  private final List<Panel> arms;

  private ArmDifferences(
      List<String> ids, List<Metrics> values, Resampled resampled, List<Panel> arms) {
    this.ids = ids;
    this.values = values;
    this.resampled = resampled;
    this.arms = arms;
  }

  /**
   * What intervals are read from.
   *
   * @param leftOut for accelerated intervals; percentiles without it
   */
  public record Resampled(Rounds rounds, Optional<JointLeaveOneOut> leftOut) {}

  /** Rounds that {@code arms} arms need: at least 40 a compared pair. */
  public static int rounds(int bootstrap, int arms) {
    return Math.max(bootstrap, ROUNDS_PER_PAIR * arms * (arms - 1) / 2);
  }

  /** Differences of every metric and pair, by metric, then pair in order of the arms. */
  public static List<ArmDifference> of(
      List<String> ids, List<Metrics> values, Resampled resampled, List<Panel> arms) {
    ArmDifferences differences = new ArmDifferences(ids, values, resampled, arms);
    return METRICS.parallelStream().map(differences::ofMetric).flatMap(List::stream).toList();
  }

  private List<ArmDifference> ofMetric(String metric) {
    List<ArmDifference> pairs = new ArrayList<>();
    for (int a = 0; a < ids.size(); a++) {
      for (int b = a + 1; b < ids.size(); b++) {
        pairs.add(pair(metric, a, b));
      }
    }
    List<Double> adjusted = Holm.adjust(pairs.stream().map(ArmDifference::p).toList());
    for (int i = 0; i < pairs.size(); i++) {
      pairs.set(i, pairs.get(i).adjustedTo(adjusted.get(i)));
    }
    return pairs;
  }

  private ArmDifference pair(String metric, int a, int b) {
    double value = values.get(a).get(metric) - values.get(b).get(metric);
    double[] differences = resampled.rounds.difference(a, b, metric);
    Interval interval =
        resampled
            .leftOut
            .map(
                left -> Interval.biasCorrected(value, differences, left.acceleration(a, b, metric)))
            .orElseGet(() -> Interval.percentile(value, differences));
    boolean tested = interval.limit() == Interval.Limit.NONE;
    double p = tested ? ArmDifference.pValue(differences) : Double.NaN;
    return new ArmDifference(
        metric, ids.get(a), ids.get(b), value, interval, p, Double.NaN, pairing(a, b));
  }

  private Pairing pairing(int a, int b) {
    if (overlap(arms.get(a).respondents().names(), arms.get(b).respondents().names())) {
      return Pairing.COMMON_PEOPLE;
    }
    return overlap(arms.get(a).clusters().names(), arms.get(b).clusters().names())
        ? Pairing.COMMON_PERSONAS
        : Pairing.INDEPENDENT;
  }

  private static boolean overlap(List<String> one, List<String> two) {
    return !Collections.disjoint(one, two);
  }
}
