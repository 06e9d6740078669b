package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.compliance.Refusals;
import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.Flattening;
import dev.voxpop.analysis.distance.MeanDistance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.distribution.Tally;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.structure.CorrelationMatrix;
import dev.voxpop.analysis.structure.MatrixDistance;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.analysis.uncertainty.Interval;
import dev.voxpop.analysis.uncertainty.Side;
import dev.voxpop.analysis.uncertainty.SideValues;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds one arm against the people. */
final class ArmComparison {

  private final Study study;
  private final PeopleFindings people;
  private final Uncertainty uncertainty;
  private final Skill skill;

  ArmComparison(Study study, PeopleFindings people, Uncertainty uncertainty, Skill skill) {
    this.study = study;
    this.people = people;
    this.uncertainty = uncertainty;
    this.skill = skill;
  }

  ArmFindings of(int number, Side side) {
    ArmInput arm = study.arms().get(number);
    Panel panel = arm.panel();
    List<Distribution> distributions = Tally.of(panel, Comparison.weights(arm));
    List<Distance> distances = distances(distributions);
    MeanDistance mean = Distance.mean(distances);
    Panel refusals = Refusals.of(panel);
    double effective = effective(panel, arm.weighting());
    Map<String, Interval> intervals = uncertainty.intervals(number, effective, skill);
    return new ArmFindings(
        arm,
        new ArmFindings.Size(
            panel.subjects().size(), panel.size(), panel.clusters().size(), effective),
        distributions,
        distances,
        mean,
        Distance.mean(distances(Tally.of(panel, ofPeople(arm)))),
        flattening(distributions),
        structure(side),
        Reliability.of(panel, Comparison.weights(arm), study.settings()),
        intervals,
        Tally.of(refusals, RowWeights.equal(refusals)),
        Fidelity.of(study.people(), panel),
        skill.of(mean.get(Measure.EMD_NORMALISED).value()),
        new Surroundings(study, people, arm).of(distances, intervals));
  }

  private List<Distance> distances(List<Distribution> distributions) {
    List<Distance> distances = new ArrayList<>();
    for (int q = 0; q < distributions.size(); q++) {
      distances.add(
          Distance.between(
              people.distributions().get(q), distributions.get(q), study.settings().nominal()));
    }
    return distances;
  }

  private List<Flattening> flattening(List<Distribution> distributions) {
    List<Flattening> all = new ArrayList<>();
    for (int q = 0; q < distributions.size(); q++) {
      all.add(Flattening.of(people.distributions().get(q), distributions.get(q)));
    }
    return all;
  }

  private Map<Preset, Structure> structure(Side side) {
    SideValues values = side.values();
    Map<Preset, Structure> structure = new EnumMap<>(Preset.class);
    for (Preset preset : Preset.values()) {
      CorrelationMatrix human = people.matrix(preset);
      CorrelationMatrix persona = values.matrix(preset);
      structure.put(
          preset,
          new Structure(
              persona,
              MatrixDistance.between(human, persona),
              human.rowsUsed(),
              persona.rowsUsed()));
    }
    return structure;
  }

  /** Weights of the matched people, whatever the headline is weighted by. */
  private RowWeights ofPeople(ArmInput arm) {
    Panel panel = arm.panel();
    if (arm.weighting() != PersonaWeighting.RAKED) {
      return RowWeights.own(panel);
    }
    Map<String, Double> weights = new HashMap<>();
    Panel persons = study.people();
    for (int row = 0; row < persons.size(); row++) {
      weights.put(persons.rowIds().get(row), persons.weight(row));
    }
    return RowWeights.of(
        panel,
        row -> {
          int person = panel.respondents().of(row);
          return person < 0
              ? 1
              : weights.getOrDefault(panel.respondents().names().get(person), 1.0);
        });
  }

  /**
   * (Σr)²/Σr² with r = personas of a story, or the sum of their raking weights; repeats of a
   * persona count once.
   */
  static double effective(Panel panel, PersonaWeighting weighting) {
    boolean[] seen = new boolean[panel.subjects().size()];
    double[] personas = new double[panel.clusters().size()];
    for (int row = 0; row < panel.size(); row++) {
      if (!seen[panel.subjects().of(row)]) {
        seen[panel.subjects().of(row)] = true;
        personas[panel.clusters().of(row)] +=
            weighting == PersonaWeighting.RAKED ? panel.weight(row) : 1;
      }
    }
    double sum = 0;
    double squares = 0;
    for (double count : personas) {
      sum += count;
      squares += count * count;
    }
    return squares == 0 ? 0 : sum * sum / squares;
  }
}
