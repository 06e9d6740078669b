package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.analysis.uncertainty.ArmDifference;
import dev.voxpop.analysis.uncertainty.ArmDifferences;
import dev.voxpop.analysis.uncertainty.Interval;
import dev.voxpop.analysis.uncertainty.JointResampling;
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
  private final List<Metrics> values;
  private final Optional<Rounds> separate;
  private final Optional<Rounds> joint;

  private Uncertainty(
      Study study,
      Questions questions,
      List<Metrics> values,
      Optional<Rounds> separate,
      Optional<Rounds> joint) {
    this.study = study;
    this.questions = questions;
    this.values = values;
    this.separate = separate;
    this.joint = joint;
  }

  /** Runs the rounds for intervals, and those for differences when there are two arms. */
  static Uncertainty of(Study study, Questions questions, Side people, List<Side> arms) {
    var humanValues = people.values();
    List<Metrics> values =
        arms.stream().map(side -> Metrics.of(questions, humanValues, side.values())).toList();
    int bootstrap = study.settings().bootstrap();
    if (bootstrap == 0 || study.people().size() == 0) {
      return new Uncertainty(study, questions, values, Optional.empty(), Optional.empty());
    }
    Rounds.Sides sides = new Rounds.Sides(people, arms);
    List<Panel> panels = arms.stream().map(Side::panel).toList();
    Rounds separate =
        Rounds.of(
            questions,
            sides,
            SeparateResampling.of(study.people(), panels, seeds(study)),
            bootstrap);
    Optional<Rounds> joint =
        arms.size() < 2 || study.people().rowIds().isEmpty()
            ? Optional.empty()
            : Optional.of(joint(study, questions, sides, panels));
    return new Uncertainty(study, questions, values, Optional.of(separate), joint);
  }

  /** Metrics of an arm. */
  Metrics values(int arm) {
    return values.get(arm);
  }

  /** Intervals of all metrics of an arm; empty with too few effective personas. */
  Map<String, Interval> intervals(int arm, double effective) {
    Map<String, Interval> intervals = new HashMap<>();
    if (effective < ArmFindings.Size.LEAST_EFFECTIVE) {
      return intervals;
    }
    separate.ifPresent(
        rounds -> {
          for (String metric : questions.layout().names()) {
            double value = values.get(arm).get(metric);
            double[] series = rounds.of(arm, metric);
            intervals.put(
                metric,
                SQUARED.contains(metric)
                    ? Interval.squared(value, series)
                    : Interval.percentile(value, series));
          }
        });
    return intervals;
  }

  /** Differences of all pairs of arms. */
  List<ArmDifference> differences() {
    return joint
        .map(
            rounds ->
                ArmDifferences.of(
                    study.arms().stream().map(ArmInput::id).toList(),
                    values,
                    rounds,
                    study.arms().stream().map(ArmInput::panel).toList()))
        .orElse(List.of());
  }

  private static Rounds joint(
      Study study, Questions questions, Rounds.Sides sides, List<Panel> panels) {
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
