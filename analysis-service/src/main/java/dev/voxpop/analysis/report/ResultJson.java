package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.DivisionFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.comparison.PersonaWeighting;
import dev.voxpop.analysis.comparison.ReferenceFindings;
import dev.voxpop.analysis.comparison.Reliability;
import dev.voxpop.analysis.comparison.Settings;
import dev.voxpop.analysis.comparison.Structure;
import dev.voxpop.analysis.distance.MeanDistance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.analysis.uncertainty.ArmDifference;
import dev.voxpop.analysis.uncertainty.Interval;
import dev.voxpop.analysis.uncertainty.MetricLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of a report in full precision.
 *
 * <p>Contains no clock, host or duration: the same answers and the same seed give the same bytes.
 * Arms are sorted by id.
 */
public final class ResultJson {

  private final Findings findings;

  private ResultJson(Findings findings) {
    this.findings = findings;
  }

  /** The file's text. */
  public static String write(Findings findings) {
    return Json.pretty(new ResultJson(findings).root());
  }

  private Map<String, @Nullable Object> root() {
    Map<String, @Nullable Object> root =
        Json.object(
            "apiVersion", "v1",
            "experiment", findings.study().id(),
            "facts", findings.study().facts(),
            "people", people(),
            "questions", findings.study().items().stream().map(ResultJson::item).toList(),
            "humanBound",
                findings
                    .bound()
                    .map(bound -> BoundJson.of(findings.study().items(), bound))
                    .orElse(null),
            "arms",
                findings.arms().stream()
                    .sorted(Comparator.comparing(ArmFindings::id))
                    .map(this::arm)
                    .toList(),
            "references", findings.references().stream().map(this::reference).toList(),
            "differences", findings.differences().stream().map(ResultJson::difference).toList(),
            "subgroups", findings.divisions().stream().map(ResultJson::division).toList(),
            "partial", findings.partial());
    Settings.Options options = findings.study().settings().options();
    if (!options.equals(Settings.Options.USUAL)) {
      root.put("choices", NumberJson.choices(options));
    }
    ElicitationJson.add(root, findings);
    findings
        .audit()
        .ifPresent(audit -> root.put("audit", AuditJson.of(findings.study().items(), audit)));
    return root;
  }

  private static Map<String, @Nullable Object> item(Item item) {
    return Json.object(
        "id", item.id(),
        "kind", item.kind().name().toLowerCase(Locale.ROOT),
        "options", item.options().stream().map(option -> option.code()).toList());
  }

  private Map<String, @Nullable Object> people() {
    return Json.object(
        "n", findings.people().n(),
        "effective", findings.people().effective(),
        "alpha", alpha(findings.people().reliability()));
  }

  private Map<String, @Nullable Object> arm(ArmFindings arm) {
    List<Object> questions = new ArrayList<>();
    for (int q = 0; q < findings.study().items().size(); q++) {
      questions.add(question(arm, q));
    }
    Map<String, @Nullable Object> structure = new TreeMap<>();
    for (Preset preset : Preset.values()) {
      structure.put(preset.key(), structure(arm, preset));
    }
    Map<String, @Nullable Object> object =
        Json.object(
            "id", arm.id(),
            "personas", arm.size().personas(),
            "stories", arm.size().stories(),
            "effective", arm.size().effective(),
            "questions", questions,
            "mean", mean(arm.mean()),
            "meanIntervals", meanIntervals(arm),
            "weightedMean", mean(arm.weightedMean()),
            "structure", structure,
            "alpha", alphas(arm),
            "alphaInterval", NumberJson.interval(arm.interval(MetricLayout.alpha())),
            "agreement", arm.fidelity().agreement(),
            "agreementByChance", arm.fidelity().chance(),
            "states", arm.input().compliance().map(c -> c.total().states()).orElse(null),
            "skill", arm.skill(),
            "skillInterval", NumberJson.interval(arm.interval(MetricLayout.skill())));
    if (arm.input().weighting() != PersonaWeighting.NONE) {
      object.put("weighting", arm.input().weighting().key());
    }
    FurtherJson.add(object, arm);
    return object;
  }

  /** A division; the arms of a group are written as those of the whole study are. */
  private static Map<String, @Nullable Object> division(DivisionFindings division) {
    IdentityHashMap<ArmFindings, ResultJson> slices = new IdentityHashMap<>();
    for (DivisionFindings.GroupFindings group : division.groups()) {
      ResultJson slice = new ResultJson(group.findings());
      group.findings().arms().forEach(arm -> slices.put(arm, slice));
    }
    return FurtherJson.division(division, arm -> Objects.requireNonNull(slices.get(arm)).arm(arm));
  }

  private Map<String, @Nullable Object> question(ArmFindings arm, int question) {
    Item item = findings.study().items().get(question);
    Map<String, @Nullable Object> object = NumberJson.distance(arm.distances().get(question));
    Map<String, @Nullable Object> intervals = new TreeMap<>();
    for (Measure measure : Measure.values()) {
      intervals.put(
          measure.key(), NumberJson.interval(arm.interval(MetricLayout.question(item, measure))));
    }
    object.put("id", item.id());
    object.put("human", shares(findings.people().distributions().get(question)));
    object.put("persona", shares(arm.distributions().get(question)));
    object.put("n", arm.distributions().get(question).n());
    object.put("intervals", intervals);
    object.put("shareIntervals", shareIntervals(arm, item));
    return object;
  }

  /** Lower and upper bound of every share; null where there is none. */
  private static @Nullable List<List<Double>> shareIntervals(ArmFindings arm, Item item) {
    List<List<Double>> bounds = new ArrayList<>();
    for (int k = 0; k < item.levels(); k++) {
      Interval interval = arm.interval(MetricLayout.share(item, k));
      if (!interval.present()) {
        return null;
      }
      bounds.add(List.of(interval.low(), interval.high()));
    }
    return bounds;
  }

  private static Map<String, @Nullable Object> structure(ArmFindings arm, Preset preset) {
    Structure structure = arm.structure(preset);
    Map<String, @Nullable Object> object =
        Json.object(
            "humanRows", structure.humanRows(),
            "personaRows", structure.personaRows(),
            "cellsUsed", structure.distance().used(),
            "cells", structure.distance().all(),
            "rms", structure.distance().rms());
    Map<String, @Nullable Object> intervals = new TreeMap<>();
    for (MatrixMeasure measure : MatrixMeasure.values()) {
      object.put(measure.key(), structure.distance().get(measure));
      intervals.put(
          measure.key(), NumberJson.interval(arm.interval(MetricLayout.matrix(preset, measure))));
    }
    object.put("intervals", intervals);
    return object;
  }

  private Map<String, @Nullable Object> alphas(ArmFindings arm) {
    Map<String, @Nullable Object> human = alpha(findings.people().reliability());
    Map<String, @Nullable Object> persona = alpha(arm.reliability());
    Map<String, @Nullable Object> both = new TreeMap<>();
    human.forEach(
        (variant, value) ->
            both.put(variant, Json.object("human", value, "persona", persona.get(variant))));
    return both;
  }

  private static Map<String, @Nullable Object> alpha(Reliability reliability) {
    Map<String, @Nullable Object> object =
        Json.object(
            "pairwise", reliability.pairwise().value(),
            "listwise", reliability.listwise().value(),
            "pairwiseRekeyed", reliability.pairwiseRekeyed().value());
    reliability.weighted().ifPresent(alpha -> object.put("pairwiseWeighted", alpha.value()));
    return object;
  }

  private Map<String, @Nullable Object> reference(ReferenceFindings reference) {
    return Json.object(
        "id", reference.arm().id(),
        "mean", mean(reference.mean()),
        "alpha", reference.alpha(),
        "frobenius", reference.structure().map(d -> d.frobenius()).orElse(null),
        "l1", reference.structure().map(d -> d.l1()).orElse(null),
        "cbs", reference.structure().map(d -> d.cbs()).orElse(null));
  }

  private static Map<String, @Nullable Object> difference(ArmDifference difference) {
    return Json.object(
        "metric", difference.metric(),
        "first", difference.first(),
        "second", difference.second(),
        "value", difference.value(),
        "interval", NumberJson.interval(difference.interval()),
        "p", difference.p(),
        "pHolm", difference.adjusted(),
        "pairing", difference.pairing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static Map<String, @Nullable Object> mean(MeanDistance mean) {
    Map<String, @Nullable Object> object = NumberJson.mean(mean);
    object.put("questions", mean.tv().questions());
    return object;
  }

  private static Map<String, @Nullable Object> meanIntervals(ArmFindings arm) {
    Map<String, @Nullable Object> object = new TreeMap<>();
    for (Measure measure : Measure.values()) {
      object.put(measure.key(), NumberJson.interval(arm.interval(MetricLayout.mean(measure))));
    }
    return object;
  }

  private static @Nullable List<Double> shares(Distribution distribution) {
    return distribution.present() ? distribution.shares() : null;
  }
}
