package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.comparison.ElicitationFindings.PairMean;
import dev.voxpop.analysis.comparison.ElicitationFindings.Way;
import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distribution.Belief;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.distribution.Tally;
import dev.voxpop.analysis.elicitation.ElicitationAgreement;
import dev.voxpop.analysis.elicitation.Elicited;
import dev.voxpop.analysis.elicitation.Mode;
import dev.voxpop.analysis.elicitation.ProbabilityVector;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Holds drawn answers, token probabilities and stated shares of each arm against each other and
 * against the people.
 *
 * <p>Every persona counts once in every way, so that only the way differs. Of drawn answers, rows
 * without an option are what lies off the options.
 */
final class Elicitations {

  private final Study study;
  private final List<Distribution> people;

  private Elicitations(Study study, List<Distribution> people) {
    this.study = study;
    this.people = people;
  }

  /** Findings of every arm with probabilities, by id; empty when there are none. */
  static List<ElicitationFindings> of(Study study, PeopleFindings people) {
    Map<String, List<ProbabilityVector>> byArm = new TreeMap<>();
    for (ProbabilityVector vector : study.probabilities()) {
      byArm.computeIfAbsent(vector.arm(), arm -> new ArrayList<>()).add(vector);
    }
    Elicitations elicitations = new Elicitations(study, people.distributions());
    return byArm.entrySet().stream()
        .map(arm -> elicitations.arm(arm.getKey(), arm.getValue()))
        .toList();
  }

  private ElicitationFindings arm(String id, List<ProbabilityVector> vectors) {
    Map<Mode, List<Elicited>> ways = new EnumMap<>(Mode.class);
    Map<Mode, Integer> personas = new EnumMap<>(Mode.class);
    panel(id)
        .ifPresent(
            panel -> {
              ways.put(Mode.SAMPLED, drawn(panel));
              personas.put(Mode.SAMPLED, panel.subjects().size());
            });
    for (Mode mode : Mode.values()) {
      List<ProbabilityVector> own = vectors.stream().filter(v -> v.mode() == mode).toList();
      if (!own.isEmpty()) {
        ways.put(mode, read(mode, own));
        personas.put(mode, (int) own.stream().map(ProbabilityVector::persona).distinct().count());
      }
    }
    List<ElicitationAgreement> questions = agreements(ways);
    List<Way> all =
        ways.entrySet().stream()
            .map(way -> way(way.getKey(), personas.getOrDefault(way.getKey(), 0), way.getValue()))
            .toList();
    return new ElicitationFindings(id, all, pairs(questions), questions);
  }

  private Optional<Panel> panel(String arm) {
    return study.arms().stream().filter(a -> a.id().equals(arm)).map(ArmInput::panel).findFirst();
  }

  private static List<Elicited> drawn(Panel panel) {
    List<Distribution> shares = Tally.of(panel, RowWeights.equal(panel));
    List<Elicited> all = new ArrayList<>();
    for (int q = 0; q < shares.size(); q++) {
      int question = q;
      long valid = IntStream.range(0, panel.size()).filter(r -> panel.valid(r, question)).count();
      double off = (panel.size() - valid) / (double) panel.size();
      all.add(new Elicited(Mode.SAMPLED, shares.get(q), off));
    }
    return all;
  }

  private List<Elicited> read(Mode mode, List<ProbabilityVector> vectors) {
    Map<String, List<Belief>> byQuestion = new HashMap<>();
    for (ProbabilityVector vector : vectors) {
      byQuestion
          .computeIfAbsent(vector.question(), question -> new ArrayList<>())
          .add(vector.belief());
    }
    List<Elicited> all = new ArrayList<>();
    for (Item item : study.items()) {
      Belief.Mean mean = Belief.mean(item, byQuestion.getOrDefault(item.id(), List.of()));
      all.add(new Elicited(mode, mean.distribution(), mean.offOptions()));
    }
    return all;
  }

  private List<ElicitationAgreement> agreements(Map<Mode, List<Elicited>> ways) {
    List<ElicitationAgreement> all = new ArrayList<>();
    for (int q = 0; q < study.items().size(); q++) {
      int question = q;
      List<Elicited> own = ways.values().stream().map(way -> way.get(question)).toList();
      all.add(ElicitationAgreement.of(study.items().get(q), own, study.settings().nominal()));
    }
    return all;
  }

  private Way way(Mode mode, int personas, List<Elicited> questions) {
    List<Distance> distances = new ArrayList<>();
    for (int q = 0; q < questions.size(); q++) {
      distances.add(
          Distance.between(
              people.get(q), questions.get(q).distribution(), study.settings().nominal()));
    }
    double off =
        questions.stream()
            .mapToDouble(Elicited::offOptions)
            .filter(mass -> !Double.isNaN(mass))
            .average()
            .orElse(Double.NaN);
    return new Way(mode, personas, off, distances, Distance.mean(distances));
  }

  private static List<PairMean> pairs(List<ElicitationAgreement> questions) {
    List<PairMean> means = new ArrayList<>();
    for (int p = 0; p < questions.getFirst().pairs().size(); p++) {
      int place = p;
      ElicitationAgreement.Pair pair = questions.getFirst().pairs().get(p);
      means.add(
          new PairMean(
              pair.first(),
              pair.second(),
              Distance.mean(
                  questions.stream().map(q -> q.pairs().get(place).distance()).toList())));
    }
    return means;
  }
}
