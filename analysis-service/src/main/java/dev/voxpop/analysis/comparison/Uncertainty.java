package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.analysis.uncertainty.ArmDifference;
import dev.voxpop.analysis.uncertainty.ArmDifferences;
import dev.voxpop.analysis.uncertainty.BiasCorrected;
import dev.voxpop.analysis.uncertainty.Interval;
import dev.voxpop.analysis.uncertainty.IntervalKind;
import dev.voxpop.analysis.uncertainty.JointLeaveOneOut;
import dev.voxpop.analysis.uncertainty.JointResampling;
import dev.voxpop.analysis.uncertainty.LeaveOneOut;
import dev.voxpop.analysis.uncertainty.MetricLayout;
import dev.voxpop.analysis.uncertainty.Metrics;
import dev.voxpop.analysis.uncertainty.Metrics.Questions;
import dev.voxpop.analysis.uncertainty.Rounds;
import dev.voxpop.analysis.uncertainty.SeparateResampling;
import dev.voxpop.analysis.uncertainty.Side;
import dev.voxpop.contracts.identity.Seed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The bootstrap rounds of a study and what is read from them. */
final class Uncertainty {

  private static final Set<String> SQUARED =
      Set.of(
          MetricLayout.matrix(Preset.ORIGINAL, MatrixMeasure.FROBENIUS),
          MetricLayout.matrix(Preset.CONSISTENT, MatrixMeasure.FROBENIUS));

  private final Study study;
  private final Questions questions;
  private final Rounds.Sides sides;
  private final List<Metrics> values;
  private final Optional<Rounds> separate;
  private final Optional<LeaveOneOut> leaveOneOut;

  private Uncertainty(
      Study study,
      Questions questions,
      Rounds.Sides sides,
      Optional<Rounds> separate,
      Optional<LeaveOneOut> leaveOneOut) {
    this.study = study;
    this.questions = questions;
    this.sides = sides;
    this.separate = separate;
    this.leaveOneOut = leaveOneOut;
    var humanValues = sides.people().values();
    this.values =
        sides.arms().stream()
            .map(side -> Metrics.of(questions, humanValues, side.values()))
            .toList();
  }

  /** Runs the rounds for intervals. */
  static Uncertainty of(Study study, Questions questions, Side people, List<Side> arms) {
    Rounds.Sides sides = new Rounds.Sides(people, arms);
    int bootstrap = study.settings().bootstrap();
    if (bootstrap == 0 || study.people().size() == 0) {
      return new Uncertainty(study, questions, sides, Optional.empty(), Optional.empty());
    }
    List<Panel> panels = arms.stream().map(Side::panel).toList();
    SeparateResampling resampling = SeparateResampling.of(study.people(), panels, seeds(study));
    Rounds separate = Rounds.of(questions, sides, resampling, bootstrap);
    boolean accelerated = study.settings().options().intervals() == IntervalKind.BIAS_CORRECTED;
    return new Uncertainty(
        study,
        questions,
        sides,
        Optional.of(separate),
        accelerated ? Optional.of(LeaveOneOut.of(questions, sides)) : Optional.empty());
  }

  /** Metrics of an arm. */
  Metrics values(int arm) {
    return values.get(arm);
  }

  /** Intervals of all metrics of an arm and of its skill; empty with too few effective personas. */
  Map<String, Interval> intervals(int arm, double effective, Skill skill) {
    Map<String, Interval> intervals = new HashMap<>();
    if (effective < ArmFindings.Size.LEAST_EFFECTIVE) {
      return intervals;
    }
    separate.ifPresent(
        rounds -> {
          for (String metric : questions.layout().names()) {
            double value = values.get(arm).get(metric);
            double[] series = rounds.of(arm, metric);
            intervals.put(metric, interval(arm, metric, value, series));
          }
          intervals.put(MetricLayout.skill(), skill(arm, skill, rounds));
        });
    return intervals;
  }

  /** Arm and uniform answers vary with the rounds; the split halves stay as they are. */
  private Interval skill(int arm, Skill skill, Rounds rounds) {
    String near = MetricLayout.mean(Measure.EMD_NORMALISED);
    String far = MetricLayout.uniform();
    double value = skill.of(values.get(arm).get(near));
    double[] series = skill.of(rounds.of(arm, far), rounds.of(arm, near));
    return leaveOneOut
        .map(
            left ->
                Interval.biasCorrected(
                    value,
                    series,
                    BiasCorrected.acceleration(
                        skill.of(left.people(arm, far), left.people(arm, near)),
                        skill.of(left.clusters(arm, far), left.clusters(arm, near)))))
        .orElseGet(() -> Interval.percentile(value, series));
  }

  private Interval interval(int arm, String metric, double value, double[] series) {
    if (SQUARED.contains(metric)) {
      return Interval.squared(value, series);
    }
    return leaveOneOut
        .map(left -> Interval.biasCorrected(value, series, left.acceleration(arm, metric)))
        .orElseGet(() -> Interval.percentile(value, series));
  }

  /** Differences of all pairs of arms. */
  List<ArmDifference> differences() {
    List<Panel> panels = study.arms().stream().map(ArmInput::panel).toList();
    if (panels.size() < 2 || separate.isEmpty() || study.people().rowIds().isEmpty()) {
      return List.of();
    }
    List<String> ids = study.arms().stream().map(ArmInput::id).toList();
    boolean accelerated = study.settings().options().intervals() == IntervalKind.BIAS_CORRECTED;
    Optional<JointLeaveOneOut> leftOut =
        accelerated
            ? Optional.of(JointLeaveOneOut.of(questions, sides, study.people(), panels))
            : Optional.empty();
    return ArmDifferences.of(
        ids, values, new ArmDifferences.Resampled(joint(panels), leftOut), panels);
  }

  private Rounds joint(List<Panel> panels) {
    Seed seed = new Seed(study.settings().seed());
    return Rounds.of(
        questions,
        sides,
        JointResampling.of(
            study.people(),
            panels,
            seed.derive("analysis/difference/people"),
            seed.derive("analysis/difference/stories")),
        ArmDifferences.rounds(study.settings().bootstrap(), panels.size()));
  }

  private static SeparateResampling.Seeds seeds(Study study) {
    Seed seed = new Seed(study.settings().seed());
    return new SeparateResampling.Seeds(
        seed.derive("analysis/bootstrap/people"),
        study.arms().stream()
            .map(arm -> seed.derive("analysis/bootstrap/arm/" + arm.id()))
            .toList());
  }
}
