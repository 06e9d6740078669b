package dev.voxpop.analysis.report;

import static dev.voxpop.tables.Column.number;
import static dev.voxpop.tables.Column.text;
import static dev.voxpop.tables.Column.whole;

import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.distribution.ShareInterval;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.structure.CorrelationMatrix;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.analysis.uncertainty.ArmDifference;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Data files of a report: long tables for machines, a wide one and its code book for statistics.
 */
final class Exports {

  private final Findings findings;

  private Exports(Findings findings) {
    this.findings = findings;
  }

  /** All of them. */
  static FileSet of(Findings findings) {
    Exports exports = new Exports(findings);
    WideExport wide = new WideExport(findings.study());
    ExportTable codebook = exports.codebook();
    FileSet set = new FileSet();
    findings
        .audit()
        .map(audit -> new AuditTables(findings.study().items(), audit.shares()).rows())
        .ifPresent(rows -> set.put("audit", rows));
    return set.put("distributions", exports.distributions())
        .put("metrics", exports.metrics())
        .put("matrices", exports.matrices())
        .put("differences", exports.differences())
        .put("intervals", IntervalExport.of(findings))
        .putWide("wide", wide.table(exports.arms()))
        .put("wide.sps", SpssSyntax.of("wide.csv", wide.variables()))
        .put("codebook.csv", codebook.csv(), codebook.rows());
  }

  private List<ArmFindings> arms() {
    return findings.arms().stream().sorted(Comparator.comparing(ArmFindings::id)).toList();
  }

  private ExportTable distributions() {
    ExportTable table =
        new ExportTable(
            text("side"),
            text("question"),
            text("option"),
            number("share"),
            number("low"),
            number("high"),
            whole("n"),
            number("effective"));
    for (Distribution distribution : findings.people().distributions()) {
      shares(table, "people", distribution);
    }
    for (ArmFindings arm : arms()) {
      arm.distributions().forEach(distribution -> shares(table, arm.id(), distribution));
    }
    return table;
  }

  private static void shares(ExportTable table, String side, Distribution distribution) {
    Item item = distribution.item();
    for (int k = 0; k < item.levels() && distribution.present(); k++) {
      ShareInterval interval = distribution.interval(k);
      table.add(
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

  private ExportTable metrics() {
    IntervalTable table = new IntervalTable("arm", "metric");
    for (ArmFindings arm : arms()) {
      MetricRows.of(findings, arm)
          .forEach((name, value) -> table.add(value, arm.interval(name), arm.id(), name));
    }
    return table.table();
  }

  private ExportTable matrices() {
    ExportTable table =
        new ExportTable(
            text("side"), text("preset"), text("question"), text("other"), number("correlation"));
    for (Preset preset : Preset.values()) {
      cells(table, "people", preset, findings.people().matrix(preset));
      for (ArmFindings arm : arms()) {
        cells(table, arm.id(), preset, arm.structure(preset).matrix());
      }
    }
    return table;
  }

  private void cells(ExportTable table, String side, Preset preset, CorrelationMatrix matrix) {
    List<Item> items = findings.study().items();
    for (int a = 0; a < items.size(); a++) {
      for (int b = 0; b < items.size(); b++) {
        table.add(side, preset.key(), items.get(a).id(), items.get(b).id(), matrix.get(a, b));
      }
    }
  }

  private ExportTable differences() {
    ExportTable table =
        new ExportTable(
            text("metric"),
            text("first"),
            text("second"),
            number("difference"),
            number("low"),
            number("high"),
            number("p"),
            number("p_holm"));
    for (ArmDifference difference : findings.differences()) {
      table.add(
          difference.metric(),
          difference.first(),
          difference.second(),
          difference.value(),
          difference.interval().low(),
          difference.interval().high(),
          difference.p(),
          difference.adjusted());
    }
    return table;
  }

  private ExportTable codebook() {
    ExportTable table =
        new ExportTable(
            text("question"),
            text("wording"),
            text("kind"),
            text("keying"),
            text("code"),
            text("option"),
            number("position"));
    for (Item item : findings.study().items()) {
      item.options()
          .forEach(
              option ->
                  table.add(
                      item.id(),
                      item.text(),
                      item.kind().name().toLowerCase(Locale.ROOT),
                      item.keying().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                      option.code(),
                      option.text(),
                      option.position()));
    }
    return table;
  }
}
