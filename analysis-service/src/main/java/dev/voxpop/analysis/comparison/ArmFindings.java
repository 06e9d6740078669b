package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.Flattening;
import dev.voxpop.analysis.distance.MeanDistance;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.analysis.uncertainty.Interval;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is known of one arm against the people.
 *
 * @param size personas, rows and stories
 * @param distributions shares by question, with the arm's weighting
 * @param distances by question
 * @param weightedMean mean distances with the weights of the matched people
 * @param intervals by metric name; empty without bootstrap or with too few effective personas
 * @param refusals refusal share by question
 * @param skill 0 = uniform answers, 1 = two halves of the people; NaN when the two are too close
 * @param further what is computed beside the headline
 */
public record ArmFindings(
    ArmInput input,
    Size size,
    List<Distribution> distributions,
    List<Distance> distances,
    MeanDistance mean,
    MeanDistance weightedMean,
    List<Flattening> flattening,
    Map<Preset, Structure> structure,
    Reliability reliability,
    Map<String, Interval> intervals,
    List<Distribution> refusals,
    Fidelity fidelity,
    double skill,
    Further further) {

  /**
   * How large an arm is.
   *
   * @param effective effective number of independent personas: (Σr)²/Σr² over stories
   */
  public record Size(int personas, int rows, int stories, double effective) {

    /** Fewer effective personas than this have no intervals. */
    public static final int LEAST_EFFECTIVE = 10;

    /** Fewer effective personas than this are marked. */
    public static final int FEW_EFFECTIVE = 40;
  }

  /** Copies the collections. */
  public ArmFindings {
    distributions = List.copyOf(distributions);
    distances = List.copyOf(distances);
    flattening = List.copyOf(flattening);
    structure = Map.copyOf(structure);
    intervals = Map.copyOf(intervals);
    refusals = List.copyOf(refusals);
  }

  /** Id of the arm. */
  public String id() {
    return input.id();
  }

  /** Structure of one preset. */
  public Structure structure(Preset preset) {
    return Objects.requireNonNull(structure.get(preset));
  }

  /** Interval of a metric; absent when there is none. */
  public Interval interval(String metric) {
    return intervals.getOrDefault(metric, Interval.ABSENT);
  }
}
