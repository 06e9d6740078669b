package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.bound.HumanBound;
import dev.voxpop.analysis.bound.SplitHalf;
import dev.voxpop.analysis.compliance.Refusals;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.distribution.Tally;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.structure.CorrelationMatrix;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.analysis.subgroup.Division;
import dev.voxpop.analysis.uncertainty.Metrics.Questions;
import dev.voxpop.analysis.uncertainty.Side;
import dev.voxpop.analysis.uncertainty.SideValues;
import dev.voxpop.contracts.identity.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Holds every arm of a study against the same people and the same human bound.
 *
 * <p>Deterministic: the same study gives the same findings, whatever the number of threads.
 */
public final class Comparison {

  /** Path of the seed of the split halves. */
  static final String SPLITS = "analysis/split-half";

  private final Study study;
  private final Questions questions;
  private final Side people;
  private final SideValues peopleValues;

  private Comparison(Study study) {
    this.study = study;
    this.questions = Questions.of(study.items(), study.settings().nominal());
    this.people = Side.people(study.people());
    this.peopleValues = people.values();
  }

  /** All numbers of the study's report. */
  public static Findings of(Study study) {
    return new Comparison(study).findings(Differences.COMPUTED);
  }

  private enum Differences {
    COMPUTED,
    LEFT_OUT
  }

  private Findings findings(Differences differences) {
    Settings settings = study.settings();
    PeopleFindings human = people();
    Optional<HumanBound> bound =
        SplitHalf.of(
            study.people(),
            settings.nominal(),
            settings.splits(),
            new Seed(settings.seed()).derive(SPLITS));
    List<Side> sides = study.arms().stream().map(Comparison::side).toList();
    Uncertainty uncertainty = Uncertainty.of(study, questions, people, sides);
    ReferenceComparison references = new ReferenceComparison(study, human);
    Skill skill = Skill.of(references.of(ReferenceArm.UNIFORM), bound);
    ArmComparison comparison = new ArmComparison(study, human, uncertainty, skill);
    List<ArmFindings> arms =
        IntStream.range(0, sides.size())
            .parallel()
            .mapToObj(arm -> comparison.of(arm, sides.get(arm)))
            .sorted(nearestFirst())
            .toList();
    return new Findings(
        study,
        human,
        bound,
        arms,
        settings.references().stream().map(references::of).toList(),
        differences == Differences.COMPUTED ? uncertainty.differences() : List.of(),
        warnings(human, arms),
        study.divisions().parallelStream().map(this::divided).toList(),
        Elicitations.of(study, human),
        study.audit().map(audit -> Audits.of(study, human, audit)));
  }

  private DivisionFindings divided(Division division) {
    List<DivisionFindings.GroupFindings> groups =
        division.groups().parallelStream()
            .map(
                group ->
                    new DivisionFindings.GroupFindings(
                        group, new Comparison(study.slice(group)).findings(Differences.LEFT_OUT)))
            .toList();
    return new DivisionFindings(
        division,
        division.cover(study.people().rowIds()),
        groups,
        study.settings().bootstrap() == 0 ? List.of() : GroupGaps.of(study, division));
  }

  private PeopleFindings people() {
    Panel panel = study.people();
    RowWeights weights = RowWeights.own(panel);
    Map<Preset, CorrelationMatrix> matrices = new EnumMap<>(Preset.class);
    for (Preset preset : Preset.values()) {
      matrices.put(preset, peopleValues.matrix(preset));
    }
    Panel refusals = Refusals.of(panel);
    double total = IntStream.range(0, panel.size()).mapToDouble(panel::weight).sum();
    double squares =
        IntStream.range(0, panel.size()).mapToDouble(i -> panel.weight(i) * panel.weight(i)).sum();
    return new PeopleFindings(
        panel.size(),
        total * total / squares,
        (int) IntStream.range(0, panel.size()).filter(row -> panel.weight(row) == 0).count(),
        Tally.of(panel, weights),
        matrices,
        Reliability.of(panel, weights, study.settings()),
        Tally.of(refusals, RowWeights.own(refusals)));
  }

  static RowWeights weights(ArmInput arm) {
    return switch (arm.weighting()) {
      case NONE -> RowWeights.equal(arm.panel());
      case ROW, RAKED -> RowWeights.own(arm.panel());
      case PER_STORY -> RowWeights.perStory(arm.panel());
    };
  }

  private static Side side(ArmInput arm) {
    return Side.personas(arm.panel(), weights(arm));
  }

  private static Comparator<ArmFindings> nearestFirst() {
    return Comparator.comparingDouble(
            (ArmFindings arm) -> arm.mean().get(Measure.EMD_NORMALISED).value())
        .thenComparing(ArmFindings::id);
  }

  private List<String> warnings(PeopleFindings human, List<ArmFindings> arms) {
    List<String> warnings = new ArrayList<>();
    if (human.n() < SplitHalf.LEAST_PEOPLE) {
      warnings.add("Only " + human.n() + " people: there is no human bound.");
    }
    if (human.zeroWeights() > 0) {
      warnings.add(human.zeroWeights() + " people have the weight 0.");
    }
    for (Distribution distribution : human.distributions()) {
      if (!distribution.present()) {
        warnings.add("No person answered question " + distribution.item().id() + ".");
      }
    }
    for (ArmFindings arm : arms) {
      warnings.addAll(warnings(arm));
    }
    study
        .audit()
        .filter(audit -> audit.notReached() > 0)
        .map(
            audit ->
                "The audit of arm %s stopped early: %d planned answers were not reached."
                    .formatted(audit.arm(), audit.notReached()))
        .ifPresent(warnings::add);
    for (Division division : study.divisions()) {
      Division.Cover cover = division.cover(study.people().rowIds());
      if (cover.several() > 0 || cover.none() > 0) {
        warnings.add(
            "Groups of %s: %d people are in several groups, %d in none."
                .formatted(division.id(), cover.several(), cover.none()));
      }
    }
    return warnings;
  }

  private List<String> warnings(ArmFindings arm) {
    List<String> warnings = new ArrayList<>();
    double effective = arm.size().effective();
    if (effective < ArmFindings.Size.FEW_EFFECTIVE) {
      warnings.add(
          "Arm %s has %.1f effective personas%s."
              .formatted(
                  arm.id(),
                  effective,
                  effective < ArmFindings.Size.LEAST_EFFECTIVE
                      ? " and therefore no intervals"
                      : ""));
    }
    String notRaked = arm.input().facts().get(ArmInput.NOT_RAKED);
    if (notRaked != null) {
      warnings.add("Arm %s is not weighted, as it should be. %s".formatted(arm.id(), notRaked));
    }
    if (arm.input().notReached() > 0) {
      warnings.add(
          "Arm %s stopped early: %d planned answers were not reached."
              .formatted(arm.id(), arm.input().notReached()));
    }
    return warnings;
  }
}
