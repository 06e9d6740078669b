package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.comparison.ReferenceFindings;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.distribution.ShareInterval;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.report.Block.Figures;
import dev.voxpop.analysis.report.Block.Layout;
import dev.voxpop.analysis.report.Block.Legend;
import dev.voxpop.analysis.report.Block.Mark;
import dev.voxpop.analysis.report.Block.Shown;
import dev.voxpop.analysis.report.Table.Cell;
import dev.voxpop.analysis.report.Table.Kind;
import dev.voxpop.analysis.report.Table.Row;
import dev.voxpop.analysis.uncertainty.MetricLayout;
import java.util.ArrayList;
import java.util.List;

/** Question by question: distances in one wide table, then the shares of people and arms. */
final class QuestionSection {

  private static final Legend LEGEND =
      new Legend(
          Layout.GRID,
          List.of(
              new Mark("human", "people"),
              new Mark("persona", "personas"),
              new Mark("error", "95 % interval; n: people and personas with a valid answer")));

  private final Findings findings;

  QuestionSection(Findings findings) {
    this.findings = findings;
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Shown(distances(Measure.EMD, "Raw EMD by question")));
    blocks.add(new Shown(distances(Measure.TV, "Total variation by question")));
    for (int q = 0; q < findings.study().items().size(); q++) {
      blocks.add(figures(q));
    }
    return new Section("questions", "Question by question", blocks);
  }

  private Table distances(Measure measure, String caption) {
    List<String> columns = new ArrayList<>(List.of("Question", "human-split-half"));
    findings.arms().forEach(arm -> columns.add(arm.id()));
    findings.references().forEach(reference -> columns.add(reference.arm().id()));
    List<Row> rows = new ArrayList<>();
    for (int q = 0; q < findings.study().items().size(); q++) {
      rows.add(distances(measure, q));
    }
    return Table.of(caption, columns, rows);
  }

  private Row distances(Measure measure, int question) {
    Item item = findings.study().items().get(question);
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(item.id()));
    cells.add(
        Cell.of(
            findings.bound().map(b -> b.question(question, measure).mean()).orElse(Double.NaN)));
    for (ArmFindings arm : findings.arms()) {
      String interval = Numbers.interval(arm.interval(MetricLayout.question(item, measure)));
      cells.add(Cell.of(arm.distances().get(question).get(measure), interval));
    }
    for (ReferenceFindings reference : findings.references()) {
      cells.add(Cell.of(reference.distances().get(question).get(measure)));
    }
    return Row.of(cells);
  }

  private Figures figures(int question) {
    Item item = findings.study().items().get(question);
    Distribution people = findings.people().distributions().get(question);
    List<Distribution> all = new ArrayList<>(List.of(people));
    findings.arms().forEach(arm -> all.add(arm.distributions().get(question)));
    Axis axis = BarFigure.axis(all);
    List<String> svgs =
        findings.arms().stream()
            .map(arm -> BarFigure.draw(arm.id(), people, arm.distributions().get(question), axis))
            .toList();
    String caption = item.text().equals(item.id()) ? item.id() : item.id() + ": " + item.text();
    return new Figures(caption, LEGEND, svgs, shares(question, caption));
  }

  private Table shares(int question, String caption) {
    Item item = findings.study().items().get(question);
    List<String> columns = new ArrayList<>(List.of("Side", "n (effective)"));
    item.options()
        .forEach(
            option ->
                columns.add(
                    option.code().equals(option.text())
                        ? option.code()
                        : option.code() + " " + option.text()));
    List<Row> rows = new ArrayList<>();
    Distribution people = findings.people().distributions().get(question);
    rows.add(row(Kind.REFERENCE, "people, weighted", people));
    for (ArmFindings arm : findings.arms()) {
      rows.add(row(Kind.PLAIN, arm.id(), arm.distributions().get(question)));
    }
    return new Table(caption, columns, rows, List.of("Brackets: 95 % intervals of the shares."));
  }

  private static Row row(Kind kind, String name, Distribution distribution) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(name));
    cells.add(
        new Cell(
            Integer.toString(distribution.n()),
            "(" + Numbers.decimals(distribution.effective(), 1) + ")"));
    for (int k = 0; k < distribution.item().levels(); k++) {
      cells.add(distribution.present() ? share(distribution, k) : Cell.of(""));
    }
    return new Row(kind, cells);
  }

  private static Cell share(Distribution distribution, int option) {
    ShareInterval interval = distribution.interval(option);
    return new Cell(
        Numbers.percent(distribution.share(option)),
        "[%s, %s]"
            .formatted(
                Numbers.decimals(100 * interval.low(), 1),
                Numbers.decimals(100 * interval.high(), 1)));
  }
}
