package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.comparison.Reliability;
import dev.voxpop.analysis.comparison.Structure;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.reliability.Alpha;
import dev.voxpop.analysis.report.Block.Figures;
import dev.voxpop.analysis.report.Block.Layout;
import dev.voxpop.analysis.report.Block.Legend;
import dev.voxpop.analysis.report.Block.Mark;
import dev.voxpop.analysis.report.Block.Shown;
import dev.voxpop.analysis.report.Table.Cell;
import dev.voxpop.analysis.report.Table.Kind;
import dev.voxpop.analysis.report.Table.Row;
import dev.voxpop.analysis.structure.CorrelationMatrix;
import dev.voxpop.analysis.structure.MatrixDistance;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** How answers hang together: matrix distances in both presets, heat maps, alpha. */
final class StructureSection {

  private static final int MOST_MAPPED = 40;

  private static final Legend LEGEND =
      new Legend(
          Layout.SCROLL,
          List.of(new Mark("negative", "−1"), new Mark("zero", "0"), new Mark("positive", "+1")));

  private final Findings findings;
  private final List<String> names;

  StructureSection(Findings findings) {
    this.findings = findings;
    this.names = findings.study().items().stream().map(Item::id).toList();
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Shown(distances()));
    blocks.add(new Shown(alphas()));
    if (names.size() > 1 && names.size() <= MOST_MAPPED) {
      CorrelationMatrix human = findings.people().matrix(Preset.CONSISTENT);
      blocks.add(maps("Correlations of people", List.of(map("People", human::get)), human));
      for (ArmFindings arm : findings.arms()) {
        CorrelationMatrix own = arm.structure(Preset.CONSISTENT).matrix();
        DoubleBinaryOperator difference =
            (a, b) -> own.get((int) a, (int) b) - human.get((int) a, (int) b);
        List<String> svgs =
            List.of(
                map(arm.id(), own::get),
                HeatFigure.draw(arm.id() + " − people", names, difference));
        blocks.add(maps("Correlations of arm " + arm.id(), svgs, own));
      }
    }
    return new Section("structure", "How answers hang together", blocks);
  }

  private interface Cells {
    double get(int a, int b);
  }

  private String map(String title, Cells cells) {
    return HeatFigure.draw(title, names, (a, b) -> cells.get((int) a, (int) b));
  }

  private Figures maps(String caption, List<String> svgs, CorrelationMatrix matrix) {
    List<String> columns = new ArrayList<>(List.of("Question"));
    columns.addAll(names);
    List<Row> rows = new ArrayList<>();
    for (int a = 0; a < names.size(); a++) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.of(names.get(a))));
      for (int b = 0; b < names.size(); b++) {
        cells.add(Cell.of(matrix.get(a, b)));
      }
      rows.add(Row.of(cells));
    }
    return new Figures(caption, LEGEND, svgs, Table.of(caption, columns, rows));
  }

  private Table distances() {
    List<String> columns =
        List.of(
            "Arm",
            "Preset",
            "Frobenius",
            "L1",
            "CBS",
            "RMS cell",
            "Cells",
            "Rows people",
            "Rows personas");
    List<Row> rows = new ArrayList<>();
    for (Preset preset : Preset.values()) {
      findings.bound().ifPresent(bound -> rows.add(new Row(Kind.REFERENCE, boundCells(preset))));
      findings.arms().forEach(arm -> rows.add(row(arm, preset)));
    }
    return new Table(
        "Distances between correlation matrices",
        columns,
        rows,
        List.of(
            "Original: people listwise and weighted, personas pairwise and unweighted. Consistent:"
                + " both pairwise.",
            "A distance over fewer cells than all is not comparable with the others."));
  }

  private List<Cell> boundCells(Preset preset) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.of("human-split-half"), Cell.of(preset.key())));
    for (MatrixMeasure measure : MatrixMeasure.values()) {
      double mean =
          findings.bound().map(bound -> bound.matrix(preset, measure).mean()).orElse(Double.NaN);
      cells.add(Cell.of(mean));
    }
    cells.addAll(List.of(Cell.of(""), Cell.of("")));
    cells.add(Cell.of(Integer.toString(findings.people().matrix(preset).rowsUsed())));
    cells.add(Cell.of(""));
    return cells;
  }

  private static Row row(ArmFindings arm, Preset preset) {
    Structure structure = arm.structure(preset);
    MatrixDistance distance = structure.distance();
    return Row.of(
        arm.id(),
        preset.key(),
        Numbers.three(distance.frobenius()),
        Numbers.three(distance.l1()),
        Numbers.three(distance.cbs()),
        Numbers.three(distance.rms()),
        distance.used() + " / " + distance.all(),
        Integer.toString(structure.humanRows()),
        Integer.toString(structure.personaRows()));
  }

  private Table alphas() {
    List<Row> rows = new ArrayList<>();
    Reliability people = findings.people().reliability();
    rows.add(new Row(Kind.REFERENCE, alphas("people", people)));
    findings.arms().forEach(arm -> rows.add(Row.of(alphas(arm.id(), arm.reliability()))));
    List<String> notes =
        people.flagged() == 0
            ? List.of("No question is flagged as negatively worded, so re-keying changes nothing.")
            : List.of(
                "Negatively worded questions, re-keyed in the last column: "
                    + people.flagged()
                    + ".");
    List<String> columns =
        new ArrayList<>(List.of("Side", "Pairwise", "Listwise", "Pairwise, re-keyed"));
    people.weighted().ifPresent(alpha -> columns.add("Pairwise, weighted"));
    return new Table("Cronbach's alpha", columns, rows, notes);
  }

  private static List<Cell> alphas(String name, Reliability reliability) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.of(name)));
    cells.add(alpha(reliability.pairwise()));
    cells.add(alpha(reliability.listwise()));
    cells.add(alpha(reliability.pairwiseRekeyed()));
    reliability.weighted().ifPresent(weighted -> cells.add(alpha(weighted)));
    return cells;
  }

  private static Cell alpha(Alpha alpha) {
    return new Cell(Numbers.three(alpha.value()), alpha.reason());
  }
}
