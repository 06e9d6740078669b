package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.comparison.ReferenceFindings;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.report.Block.Layout;
import dev.voxpop.analysis.report.Block.Legend;
import dev.voxpop.analysis.report.Block.Mark;
import dev.voxpop.analysis.report.Table.Row;
import dev.voxpop.analysis.uncertainty.Interval;
import dev.voxpop.analysis.uncertainty.MetricLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mean normalised EMD of all arms of some findings, as a forest plot and as rows. */
record ArmPlot(List<ForestFigure.Line> lines, Optional<ForestFigure.Band> band, List<Row> own) {

  /** What the marks mean. */
  static final Legend LEGEND =
      new Legend(
          Layout.WIDE,
          List.of(
              new Mark("persona", "arm and its 95 % interval"),
              new Mark("open", "reference without a model"),
              new Mark("bandkey", "two halves of the people, 2.5 to 97.5 percentile and mean")));

  /** Headings of the rows. */
  static final List<String> COLUMNS = List.of("Arm", "Value", "Low", "High", "Bootstrap bias");

  ArmPlot {
    lines = List.copyOf(lines);
    own = List.copyOf(own);
  }

  static ArmPlot of(Findings findings) {
    List<ForestFigure.Line> lines = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (ArmFindings arm : findings.arms()) {
      Interval interval = arm.interval(MetricLayout.mean(Measure.EMD_NORMALISED));
      double value = arm.mean().emdNormalised().value();
      String label = arm.id() + (interval.noiseLimited() ? " " + Numbers.NOISE : "");
      lines.add(new ForestFigure.Line(label, value, interval.low(), interval.high(), "persona"));
      rows.add(
          Row.of(
              arm.id(),
              Numbers.three(value),
              Numbers.three(interval.low()),
              Numbers.three(interval.high()),
              Numbers.three(interval.bias())));
    }
    for (ReferenceFindings reference : findings.references()) {
      double value = reference.mean().emdNormalised().value();
      String label = reference.arm().label();
      lines.add(new ForestFigure.Line(label, value, Double.NaN, Double.NaN, "reference"));
      rows.add(Row.of(reference.arm().id(), Numbers.three(value), "", "", ""));
    }
    Optional<ForestFigure.Band> band = band(findings);
    band.ifPresent(people -> rows.add(row(people)));
    return new ArmPlot(lines, band, rows);
  }

  /** What two halves of the people reach; empty for too few people. */
  static Optional<ForestFigure.Band> band(Findings findings) {
    return findings
        .bound()
        .map(bound -> bound.mean(Measure.EMD_NORMALISED))
        .filter(spread -> spread.n() > 0)
        .map(spread -> new ForestFigure.Band(spread.p025(), spread.mean(), spread.p975()));
  }

  /** An axis that holds several plots. */
  static Axis axis(List<ArmPlot> plots) {
    return ForestFigure.axis(
        plots.stream().flatMap(plot -> plot.lines.stream()).toList(),
        plots.stream().flatMap(plot -> plot.band.stream()).toList());
  }

  /** Whether there is a number to draw. */
  boolean drawable() {
    return lines.stream().anyMatch(line -> !Double.isNaN(line.value()));
  }

  String draw(String title, Axis axis) {
    StringBuilder words = new StringBuilder("Values:");
    for (Row row : own) {
      words.append(' ').append(row.cells().get(0).text()).append(' ');
      words.append(row.cells().get(1).text()).append(';');
    }
    return ForestFigure.draw(title, words.toString(), lines, band, axis);
  }

  /** The rows with something before the name of each. */
  List<Row> rows(String before) {
    return own.stream()
        .map(
            row -> {
              List<Table.Cell> cells = new ArrayList<>(row.cells());
              cells.set(0, Table.Cell.of(before + row.cells().get(0).text()));
              return Row.of(cells);
            })
        .toList();
  }

  private static Row row(ForestFigure.Band band) {
    return Row.of(
        "human-split-half",
        Numbers.three(band.mean()),
        Numbers.three(band.low()),
        Numbers.three(band.high()),
        "");
  }
}
