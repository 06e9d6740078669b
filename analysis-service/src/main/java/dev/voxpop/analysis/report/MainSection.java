package dev.voxpop.analysis.report;

import dev.voxpop.analysis.bound.HumanBound;
import dev.voxpop.analysis.bound.Spread;
import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.comparison.ReferenceFindings;
import dev.voxpop.analysis.compliance.ArmCompliance;
import dev.voxpop.analysis.compliance.CellRecord;
import dev.voxpop.analysis.distance.MeanDistance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.report.Block.Fact;
import dev.voxpop.analysis.report.Block.Facts;
import dev.voxpop.analysis.report.Block.Figures;
import dev.voxpop.analysis.report.Block.Shown;
import dev.voxpop.analysis.report.Table.Cell;
import dev.voxpop.analysis.report.Table.Kind;
import dev.voxpop.analysis.report.Table.Row;
import dev.voxpop.analysis.structure.MatrixDistance;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.analysis.uncertainty.MetricLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The headline: one row an arm, the human bound and the reference arms, and the forest plot. */
final class MainSection {

  private final Findings findings;

  MainSection(Findings findings) {
    this.findings = findings;
  }

  Section section() {
    List<Row> rows = new ArrayList<>();
    findings.bound().ifPresent(bound -> rows.add(bound(bound)));
    findings.arms().forEach(arm -> rows.add(arm(arm)));
    findings.references().forEach(reference -> rows.add(reference(reference)));
    Table table =
        new Table("Arms against people, nearest first", columns(), rows, MainNotes.of(findings));
    List<Block> blocks = new ArrayList<>(List.of(glance(), new Shown(table)));
    EqualSizes.table(findings).ifPresent(blocks::add);
    blocks.add(forest());
    return new Section("arms", "Arms against people", blocks);
  }

  /** The few numbers that a reader looks for first. */
  private Facts glance() {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "People",
            Integer.toString(findings.people().n()),
            "effective number " + Numbers.decimals(findings.people().effective(), 1)));
    int personas = findings.arms().stream().mapToInt(arm -> arm.size().personas()).sum();
    facts.add(
        new Fact(
            "Persona interviews",
            Integer.toString(personas),
            "in " + findings.arms().size() + (findings.arms().size() == 1 ? " arm" : " arms")));
    facts.add(new Fact("Questions", Integer.toString(findings.study().items().size()), ""));
    findings.arms().stream()
        .findFirst()
        .filter(arm -> !Double.isNaN(arm.mean().emdNormalised().value()))
        .ifPresent(
            arm ->
                facts.add(
                    new Fact(
                        "Nearest arm",
                        Numbers.three(arm.mean().emdNormalised().value()),
                        arm.id() + ", mean normalised EMD")));
    ArmPlot.band(findings)
        .ifPresent(
            people ->
                facts.add(
                    new Fact(
                        "Two halves of the people",
                        Numbers.three(people.mean()),
                        "mean normalised EMD")));
    return new Facts(facts);
  }

  private List<String> columns() {
    int questions = findings.study().items().size();
    return List.of(
        "Arm",
        "n (effective)",
        "EMD raw (" + questions + " questions)",
        "EMD normalised",
        "TV",
        "Frobenius",
        "L1",
        "CBS",
        "α",
        "Valid",
        "Refused",
        "Skill",
        "Cost");
  }

  private Row arm(ArmFindings arm) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(arm.id(), arm.input().label().equals(arm.id()) ? "" : arm.input().label()));
    cells.add(
        new Cell(
            Integer.toString(arm.size().personas()),
            "(" + Numbers.decimals(arm.size().effective(), 1) + ")"));
    for (Measure measure : Measure.values()) {
      MeanDistance.Mean mean = arm.mean().get(measure);
      cells.add(Cell.of(mean.value(), detail(arm, MetricLayout.mean(measure), used(mean))));
    }
    for (MatrixMeasure measure : MatrixMeasure.values()) {
      MatrixDistance distance = arm.structure(Preset.CONSISTENT).distance();
      String cellsUsed =
          distance.complete() ? "" : "%d / %d cells".formatted(distance.used(), distance.all());
      String metric = MetricLayout.matrix(Preset.CONSISTENT, measure);
      cells.add(Cell.of(distance.get(measure), detail(arm, metric, cellsUsed)));
    }
    cells.add(Cell.of(arm.reliability().pairwise().value(), detail(arm, MetricLayout.alpha(), "")));
    cells.add(Cell.of(state(arm, CellRecord.VALID)));
    cells.add(Cell.of(state(arm, CellRecord.REFUSED)));
    cells.add(Cell.of(arm.skill(), Numbers.interval(arm.interval(MetricLayout.skill()))));
    cells.add(Cell.of(arm.input().facts().getOrDefault("cost", "")));
    return Row.of(cells);
  }

  private static String state(ArmFindings arm, String state) {
    Optional<ArmCompliance> compliance = arm.input().compliance();
    return compliance.map(c -> Numbers.percent(c.total().share(state))).orElse(Numbers.MISSING);
  }

  private String used(MeanDistance.Mean mean) {
    return mean.questions() == findings.study().items().size()
        ? ""
        : "of " + mean.questions() + " questions";
  }

  private static String detail(ArmFindings arm, String metric, String more) {
    String interval = Numbers.interval(arm.interval(metric));
    return more.isEmpty() ? interval : (interval + " " + more).strip();
  }

  private Row bound(HumanBound bound) {
    List<Cell> cells = new ArrayList<>();
    cells.add(
        new Cell("human-split-half", "Two halves of the people, " + bound.splits() + " splits"));
    cells.add(
        new Cell(
            Integer.toString(bound.people()),
            "(" + Numbers.decimals(findings.people().effective(), 1) + ")"));
    for (Measure measure : Measure.values()) {
      cells.add(spread(bound.mean(measure)));
    }
    for (MatrixMeasure measure : MatrixMeasure.values()) {
      cells.add(spread(bound.matrix(Preset.CONSISTENT, measure)));
    }
    cells.add(Cell.of(findings.people().reliability().pairwise().value()));
    cells.addAll(Collections.nCopies(2, Cell.of("")));
    cells.add(Cell.of(Double.isNaN(skillOfBound()) ? Double.NaN : 1));
    cells.add(Cell.of(""));
    return new Row(Kind.REFERENCE, cells);
  }

  private double skillOfBound() {
    return findings.arms().stream().mapToDouble(ArmFindings::skill).findFirst().orElse(Double.NaN);
  }

  private static Cell spread(Spread spread) {
    return Cell.of(spread.mean(), Numbers.spread(spread));
  }

  private Row reference(ReferenceFindings reference) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(reference.arm().id(), reference.arm().label()));
    cells.add(Cell.of(""));
    for (Measure measure : Measure.values()) {
      cells.add(
          Cell.of(reference.mean().get(measure).value(), used(reference.mean().get(measure))));
    }
    for (MatrixMeasure measure : MatrixMeasure.values()) {
      cells.add(Cell.of(reference.structure().map(d -> d.get(measure)).orElse(Double.NaN)));
    }
    cells.add(Cell.of(reference.alpha()));
    cells.addAll(Collections.nCopies(4, Cell.of("")));
    return new Row(Kind.REFERENCE, cells);
  }

  private Figures forest() {
    String title = "Mean normalised EMD of each arm";
    ArmPlot plot = ArmPlot.of(findings);
    return new Figures(
        title + ", with its interval, beside what two halves of the people reach",
        ArmPlot.LEGEND,
        List.of(plot.draw(title, ArmPlot.axis(List.of(plot)))),
        Table.of(title, ArmPlot.COLUMNS, plot.rows("")));
  }
}
