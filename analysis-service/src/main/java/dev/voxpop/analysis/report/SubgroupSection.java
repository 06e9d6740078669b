package dev.voxpop.analysis.report;

import dev.voxpop.analysis.bound.HumanBound;
import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.DivisionFindings;
import dev.voxpop.analysis.comparison.DivisionFindings.GroupFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.comparison.GroupGap;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.report.Block.Figures;
import dev.voxpop.analysis.report.Block.Folded;
import dev.voxpop.analysis.report.Block.Shown;
import dev.voxpop.analysis.report.Table.Cell;
import dev.voxpop.analysis.report.Table.Kind;
import dev.voxpop.analysis.report.Table.Row;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.analysis.uncertainty.Adjustment;
import dev.voxpop.analysis.uncertainty.Interval;
import dev.voxpop.analysis.uncertainty.MetricLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The headline by groups of people: a table, a forest plot a group, and gaps between groups. */
final class SubgroupSection {

  private static final String SMALL = "small";

  private final Findings findings;

  SubgroupSection(Findings findings) {
    this.findings = findings;
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    for (DivisionFindings division : findings.divisions()) {
      blocks.add(new Shown(table(division)));
      figures(division).ifPresent(blocks::add);
      List<GroupGap> gaps =
          division.gaps().stream().filter(gap -> gap.measure() == Measure.EMD_NORMALISED).toList();
      if (!gaps.isEmpty()) {
        blocks.add(new Folded(gaps(division, gaps)));
      }
    }
    return new Section("subgroups", "Groups of people", blocks);
  }

  private Table table(DivisionFindings division) {
    List<Row> rows = new ArrayList<>();
    for (GroupFindings group : division.groups()) {
      group.findings().bound().ifPresent(bound -> rows.add(bound(group, bound)));
      group.findings().arms().forEach(arm -> rows.add(row(group, arm)));
    }
    return new Table(
        "Groups of " + division.division().id(),
        List.of(
            "Group, arm",
            "People",
            "Personas",
            "EMD raw",
            "EMD normalised",
            "TV",
            "Frobenius",
            "L1",
            "CBS",
            "α"),
        rows,
        List.of(
            "People in several groups: %d; in none: %d."
                .formatted(division.cover().several(), division.cover().none()),
            "Small: fewer than %d people or personas."
                .formatted(findings.study().settings().smallN())));
  }

  private static Row bound(GroupFindings group, HumanBound bound) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(group.group().id() + ", two halves of the people", ""));
    cells.add(Cell.of(Integer.toString(bound.people())));
    cells.add(Cell.of(""));
    for (Measure measure : Measure.values()) {
      cells.add(Cell.of(bound.mean(measure).mean(), Numbers.spread(bound.mean(measure))));
    }
    for (MatrixMeasure measure : MatrixMeasure.values()) {
      cells.add(Cell.of(bound.matrix(Preset.CONSISTENT, measure).mean()));
    }
    cells.add(Cell.of(group.findings().people().reliability().pairwise().value()));
    return new Row(Kind.REFERENCE, cells);
  }

  private static Row row(GroupFindings group, ArmFindings arm) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(group.group().id() + ", " + arm.id(), group.small(arm) ? SMALL : ""));
    cells.add(Cell.of(Integer.toString(group.findings().people().n())));
    cells.add(Cell.of(Integer.toString(arm.size().personas())));
    for (Measure measure : Measure.values()) {
      Interval interval = arm.interval(MetricLayout.mean(measure));
      cells.add(Cell.of(arm.mean().get(measure).value(), Numbers.interval(interval)));
    }
    for (MatrixMeasure measure : MatrixMeasure.values()) {
      cells.add(Cell.of(arm.structure(Preset.CONSISTENT).distance().get(measure)));
    }
    cells.add(Cell.of(arm.reliability().pairwise().value()));
    return Row.of(cells);
  }

  /** One plot a group, all on the same axis. */
  private static Optional<Figures> figures(DivisionFindings division) {
    List<ArmPlot> plots =
        division.groups().stream()
            .map(group -> ArmPlot.of(group.findings()))
            .filter(ArmPlot::drawable)
            .toList();
    Axis axis = ArmPlot.axis(plots);
    List<String> svgs = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (GroupFindings group : division.groups()) {
      ArmPlot plot = ArmPlot.of(group.findings());
      if (plot.drawable()) {
        String title = division.division().id() + ": " + group.group().id();
        svgs.add(plot.draw(title, axis));
        rows.addAll(plot.rows(group.group().id() + ", "));
      }
    }
    String caption = "Mean normalised EMD by group of " + division.division().id();
    return svgs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figures(caption, ArmPlot.LEGEND, svgs, Table.of(caption, ArmPlot.COLUMNS, rows)));
  }

  private List<String> notes() {
    List<String> notes =
        new ArrayList<>(List.of(Numbers.NOISE + " Noise-limited gaps carry no p-value."));
    if (findings.study().settings().options().adjustment() == Adjustment.BENJAMINI_HOCHBERG) {
      notes.add(
          "P-values are adjusted for the false discovery rate over the pairs of groups of one arm"
              + " (Benjamini and Hochberg).");
    }
    return notes;
  }

  private Table gaps(DivisionFindings division, List<GroupGap> gaps) {
    List<Row> rows =
        gaps.stream()
            .map(
                gap ->
                    Row.of(
                        gap.arm() + ": " + gap.first() + " − " + gap.second(),
                        Numbers.three(gap.value()),
                        Numbers.interval(gap.interval()),
                        Numbers.p(gap.p()),
                        Numbers.p(gap.adjusted())))
            .toList();
    return new Table(
        "Gaps of mean normalised EMD between groups of " + division.division().id(),
        List.of("Gap", "Difference", "Interval", "p", "p, adjusted"),
        rows,
        notes());
  }
}
