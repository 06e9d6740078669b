package dev.voxpop.analysis.report;

import dev.voxpop.analysis.bound.HumanBound;
import dev.voxpop.analysis.bound.Spread;
import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.analysis.uncertainty.MetricLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of an arm, and of the human bound, by the name of the metric and in its order. */
final class MetricRows {

  private MetricRows() {}

  /** Distances, structure, reliability and skill of an arm. */
  static Map<String, Double> of(Findings findings, ArmFindings arm) {
    List<Item> items = findings.study().items();
    Map<String, Double> values = new LinkedHashMap<>();
    for (Measure measure : Measure.values()) {
      values.put(MetricLayout.mean(measure), arm.mean().get(measure).value());
      for (int q = 0; q < items.size(); q++) {
        String name = MetricLayout.question(items.get(q), measure);
        values.put(name, arm.distances().get(q).get(measure));
      }
    }
    for (Preset preset : Preset.values()) {
      for (MatrixMeasure measure : MatrixMeasure.values()) {
        double value = arm.structure(preset).distance().get(measure);
        values.put(MetricLayout.matrix(preset, measure), value);
      }
    }
    values.put(MetricLayout.alpha(), arm.reliability().pairwise().value());
    values.put(MetricLayout.skill(), arm.skill());
    return values;
  }

  /** Distances and structure between two halves of the people. */
  static Map<String, Spread> of(Findings findings, HumanBound bound) {
    List<Item> items = findings.study().items();
    Map<String, Spread> spreads = new LinkedHashMap<>();
    for (Measure measure : Measure.values()) {
      spreads.put(MetricLayout.mean(measure), bound.mean(measure));
      for (int q = 0; q < items.size(); q++) {
        spreads.put(MetricLayout.question(items.get(q), measure), bound.question(q, measure));
      }
    }
    for (Preset preset : Preset.values()) {
      for (MatrixMeasure measure : MatrixMeasure.values()) {
        spreads.put(MetricLayout.matrix(preset, measure), bound.matrix(preset, measure));
      }
    }
    return spreads;
  }
}
