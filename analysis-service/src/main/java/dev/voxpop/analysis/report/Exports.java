package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.distribution.ShareInterval;
import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.structure.CorrelationMatrix;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.analysis.uncertainty.ArmDifference;
import dev.voxpop.analysis.uncertainty.Interval;
import dev.voxpop.analysis.uncertainty.MetricLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Data files of a report: long tables for machines, a wide one and its code book for statistics.
 */
final class Exports {

  private static final List<String> TEXTS = List.of("arm", "row", "persona", "story", "respondent");
  private static final List<String> NUMBERS = List.of("weight");

  private final Findings findings;
  private final Map<String, String> files = new TreeMap<>();

  private Exports(Findings findings) {
    this.findings = findings;
  }

  /** Files by name. */
  static Map<String, String> of(Findings findings) {
    Exports exports = new Exports(findings);
    exports.put("distributions", exports.distributions());
    exports.put("metrics", exports.metrics());
    exports.put("matrices", exports.matrices());
    exports.put("differences", exports.differences());
    exports.files.put("wide.csv", exports.wide());
    exports.files.put(
        "wide.sps", SpssSyntax.of("wide.csv", TEXTS, NUMBERS, findings.study().items()));
    exports.files.put("codebook.csv", exports.codebook().csv());
    return exports.files;
  }

  private void put(String name, Csv csv) {
    files.put(name + ".csv", csv.csv());
    files.put(name + ".jsonl", csv.jsonl());
  }

  private List<ArmFindings> arms() {
    return findings.arms().stream().sorted(Comparator.comparing(ArmFindings::id)).toList();
  }

  private Csv distributions() {
    Csv csv = new Csv("side", "question", "option", "share", "low", "high", "n", "effective");
    for (Distribution distribution : findings.people().distributions()) {
      shares(csv, "people", distribution);
    }
    for (ArmFindings arm : arms()) {
      arm.distributions().forEach(distribution -> shares(csv, arm.id(), distribution));
    }
    return csv;
  }

  private static void shares(Csv csv, String side, Distribution distribution) {
    Item item = distribution.item();
    for (int k = 0; k < item.levels() && distribution.present(); k++) {
      ShareInterval interval = distribution.interval(k);
      csv.add(
          side,
          item.id(),
          item.options().get(k).code(),
          distribution.share(k),
          interval.low(),
          interval.high(),
          distribution.n(),
          distribution.effective());
    }
  }

  private Csv metrics() {
    Csv csv = new Csv("arm", "metric", "value", "low", "high", "standard_error", "bias", "limit");
    for (ArmFindings arm : arms()) {
      for (Measure measure : Measure.values()) {
        metric(csv, arm, MetricLayout.mean(measure), arm.mean().get(measure).value());
        for (int q = 0; q < findings.study().items().size(); q++) {
          String name = MetricLayout.question(findings.study().items().get(q), measure);
          metric(csv, arm, name, arm.distances().get(q).get(measure));
        }
      }
      for (Preset preset : Preset.values()) {
        for (MatrixMeasure measure : MatrixMeasure.values()) {
          double value = arm.structure(preset).distance().get(measure);
          metric(csv, arm, MetricLayout.matrix(preset, measure), value);
        }
      }
      metric(csv, arm, MetricLayout.alpha(), arm.reliability().pairwise().value());
    }
    return csv;
  }

  private static void metric(Csv csv, ArmFindings arm, String name, double value) {
    Interval interval = arm.interval(name);
    csv.add(
        arm.id(),
        name,
        value,
        interval.low(),
        interval.high(),
        interval.standardError(),
        interval.bias(),
        interval.limit().name().toLowerCase(Locale.ROOT));
  }

  private Csv matrices() {
    Csv csv = new Csv("side", "preset", "question", "other", "correlation");
    for (Preset preset : Preset.values()) {
      cells(csv, "people", preset, findings.people().matrix(preset));
      for (ArmFindings arm : arms()) {
        cells(csv, arm.id(), preset, arm.structure(preset).matrix());
      }
    }
    return csv;
  }

  private void cells(Csv csv, String side, Preset preset, CorrelationMatrix matrix) {
    List<Item> items = findings.study().items();
    for (int a = 0; a < items.size(); a++) {
      for (int b = 0; b < items.size(); b++) {
        csv.add(side, preset.key(), items.get(a).id(), items.get(b).id(), matrix.get(a, b));
      }
    }
  }

  private Csv differences() {
    Csv csv = new Csv("metric", "first", "second", "difference", "low", "high", "p", "p_holm");
    for (ArmDifference difference : findings.differences()) {
      csv.add(
          difference.metric(),
          difference.first(),
          difference.second(),
          difference.value(),
          difference.interval().low(),
          difference.interval().high(),
          difference.p(),
          difference.adjusted());
    }
    return csv;
  }

  /** One row a persona and repeat: its codes, and behind them those of its person. */
  private String wide() {
    List<String> columns = new ArrayList<>(TEXTS);
    columns.addAll(NUMBERS);
    findings.study().items().forEach(item -> columns.add(item.id()));
    findings.study().items().forEach(item -> columns.add("human_" + item.id()));
    Csv csv = new Csv(columns.toArray(String[]::new));
    Map<String, Integer> people = new TreeMap<>();
    List<String> ids = findings.study().people().rowIds();
    for (int row = 0; row < ids.size(); row++) {
      people.put(ids.get(row), row);
    }
    for (ArmFindings arm : arms()) {
      Panel panel = arm.input().panel();
      for (int row = 0; row < panel.size(); row++) {
        csv.add(wide(arm.id(), panel, row, people));
      }
    }
    return csv.csv();
  }

  private @Nullable Object[] wide(String arm, Panel panel, int row, Map<String, Integer> people) {
    int respondent = panel.respondents().of(row);
    String person = respondent < 0 ? null : panel.respondents().names().get(respondent);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(arm);
    values.add(panel.rowIds().get(row));
    values.add(panel.subjects().names().get(panel.subjects().of(row)));
    values.add(panel.clusters().names().get(panel.clusters().of(row)));
    values.add(person);
    values.add(panel.weight(row));
    codes(values, panel, row);
    Integer personRow = person == null ? null : people.get(person);
    codes(values, findings.study().people(), personRow == null ? -1 : personRow);
    return values.toArray();
  }

  private static void codes(List<@Nullable Object> values, Panel panel, int row) {
    for (int q = 0; q < panel.questions(); q++) {
      int cell = row < 0 ? Cells.MISSING : panel.cell(row, q);
      values.add(cell < 0 ? null : Codes.value(panel.item(q).options().get(cell).code()));
    }
  }

  private Csv codebook() {
    Csv csv = new Csv("question", "wording", "kind", "keying", "code", "option", "position");
    for (Item item : findings.study().items()) {
      item.options()
          .forEach(
              option ->
                  csv.add(
                      item.id(),
                      item.text(),
                      item.kind().name().toLowerCase(Locale.ROOT),
                      item.keying().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                      option.code(),
                      option.text(),
                      option.position()));
    }
    return csv;
  }
}
