package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.audit.FactorShare;
import dev.voxpop.analysis.bound.Halves;
import dev.voxpop.analysis.bound.SizeMatched;
import dev.voxpop.analysis.bound.SplitHalf;
import dev.voxpop.analysis.comparison.Further.OrderFindings;
import dev.voxpop.analysis.compliance.CellRecord;
import dev.voxpop.analysis.compliance.FirstAttempts;
import dev.voxpop.analysis.compliance.OrderEffect;
import dev.voxpop.analysis.compliance.OrderHomogeneity;
import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.distribution.Tally;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.panel.Index;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.uncertainty.Interval;
import dev.voxpop.analysis.uncertainty.MetricLayout;
import dev.voxpop.analysis.uncertainty.VarianceSplit;
import dev.voxpop.contracts.identity.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Computes what is said of an arm beside its headline. */
final class Surroundings {

  private final Study study;
  private final PeopleFindings people;
  private final ArmInput arm;
  private final Seed seed;

  Surroundings(Study study, PeopleFindings people, ArmInput arm) {
    this.study = study;
    this.people = people;
    this.arm = arm;
    this.seed = new Seed(study.settings().seed());
  }

  /**
   * Everything beside the headline.
   *
   * @param all distances of the headline, by question
   * @param intervals of the headline's metrics
   */
  Further of(List<Distance> all, Map<String, Interval> intervals) {
    return new Further(
        sizeMatched(),
        arm.cells().isEmpty() ? Optional.empty() : Optional.of(firstAttempts(all, intervals)),
        arm.cells().isEmpty() ? List.of() : orderEffects(),
        variance(),
        Rectification.of(study.people(), arm.panel()),
        arm.factors().isEmpty() ? List.of() : audit());
  }

  private Optional<SizeMatched> sizeMatched() {
    Settings settings = study.settings();
    boolean wanted = settings.options().bound() == Settings.BoundSize.SIZE_MATCHED;
    if (!wanted || settings.splits() < 1 || study.people().size() < SplitHalf.LEAST_PEOPLE) {
      return Optional.empty();
    }
    return Optional.of(
        SizeMatched.of(
            study.people(),
            arm.panel(),
            new SizeMatched.Plan(
                new Halves(study.people().size(), seed.derive(Comparison.SPLITS)),
                new Draws(seed.derive("analysis/size-matched/" + arm.id()), 17),
                settings.nominal(),
                settings.splits())));
  }

  private FirstAttemptFindings firstAttempts(List<Distance> all, Map<String, Interval> intervals) {
    Panel first = FirstAttempts.of(arm.panel(), arm.cells());
    List<Distribution> distributions = Tally.of(first, Comparison.weights(arm));
    List<Distance> distances = new ArrayList<>();
    for (int q = 0; q < distributions.size(); q++) {
      distances.add(
          Distance.between(
              people.distributions().get(q), distributions.get(q), study.settings().nominal()));
    }
    List<String> depending = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      for (int q = 0; q < distances.size(); q++) {
        String name = MetricLayout.question(study.items().get(q), measure);
        double change = distances.get(q).get(measure) - all.get(q).get(measure);
        note(depending, name, change, intervals);
      }
      double change =
          Distance.mean(distances).get(measure).value() - Distance.mean(all).get(measure).value();
      note(depending, MetricLayout.mean(measure), change, intervals);
    }
    return new FirstAttemptFindings(distances, Distance.mean(distances), depending);
  }

  private static void note(
      List<String> depending, String name, double change, Map<String, Interval> intervals) {
    Interval interval = intervals.getOrDefault(name, Interval.ABSENT);
    if (Math.abs(change) > (interval.high() - interval.low()) / 2) {
      depending.add(name);
    }
  }

  private List<OrderFindings> orderEffects() {
    List<OrderFindings> all = new ArrayList<>();
    Map<String, List<CellRecord>> byQuestion = new HashMap<>();
    for (CellRecord cell : arm.cells()) {
      byQuestion.computeIfAbsent(cell.question(), id -> new ArrayList<>()).add(cell);
    }
    for (int q = 0; q < study.items().size(); q++) {
      String id = study.items().get(q).id();
      long own = seed.derive("analysis/order/" + arm.id() + "/" + id);
      OrderEffect effect =
          OrderHomogeneity.of(study.items().get(q), byQuestion.getOrDefault(id, List.of()), own);
      all.add(
          new OrderFindings(effect, shown(q, effect.ascending()), shown(q, effect.descending())));
    }
    return all;
  }

  private Distance shown(int question, Optional<OrderEffect.Shown> shown) {
    Distribution human = people.distributions().get(question);
    return shown
        .filter(s -> human.present())
        .map(
            s ->
                Distance.between(
                    human.item(), human.toArray(), s.toArray(), study.settings().nominal()))
        .orElse(Distance.NONE);
  }

  private List<VarianceSplit> variance() {
    Map<String, List<Integer>> orders = new HashMap<>();
    arm.cells()
        .forEach(cell -> orders.put(cell.row() + "\n" + cell.question(), cell.displayOrder()));
    Panel panel = arm.panel();
    List<VarianceSplit> splits = new ArrayList<>();
    for (int q = 0; q < panel.questions(); q++) {
      List<VarianceSplit.Observation> answers = new ArrayList<>();
      Map<List<Integer>, Integer> numbers = new HashMap<>();
      for (int row = 0; row < panel.size(); row++) {
        if (panel.valid(row, q)) {
          String cell = panel.rowIds().get(row) + "\n" + panel.item(q).id();
          List<Integer> shown = orders.getOrDefault(cell, List.of());
          int number = numbers.computeIfAbsent(shown, order -> numbers.size());
          answers.add(
              new VarianceSplit.Observation(panel.subjects().of(row), number, panel.cell(row, q)));
        }
      }
      splits.add(VarianceSplit.of(panel.item(q).levels(), answers));
    }
    return splits;
  }

  private List<List<FactorShare>> audit() {
    Panel panel = arm.panel();
    List<List<FactorShare>> all = new ArrayList<>();
    for (int q = 0; q < panel.questions(); q++) {
      int question = q;
      int[] valid =
          IntStream.range(0, panel.size()).filter(r -> panel.valid(r, question)).toArray();
      int[] options = IntStream.of(valid).map(row -> panel.cell(row, question)).toArray();
      List<FactorShare> shares = new ArrayList<>();
      for (RowFactor factor : arm.factors()) {
        Index levels = Index.of(new ArrayList<>(factor.levels()));
        int[] own = IntStream.of(valid).map(levels::of).toArray();
        String path =
            "analysis/audit/%s/%s/%s".formatted(arm.id(), factor.id(), panel.item(q).id());
        shares.add(FactorShare.of(factor.id(), own, options, new Draws(seed.derive(path), 19)));
      }
      all.add(shares);
    }
    return all;
  }
}
