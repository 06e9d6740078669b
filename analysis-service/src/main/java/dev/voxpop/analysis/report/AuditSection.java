package dev.voxpop.analysis.report;

import dev.voxpop.analysis.audit.Factor;
import dev.voxpop.analysis.comparison.AuditFindings;
import dev.voxpop.analysis.comparison.AuditFindings.LevelFindings;
import dev.voxpop.analysis.comparison.AuditInput;
import dev.voxpop.analysis.compliance.CellRecord;
import dev.voxpop.analysis.compliance.QuestionCompliance;
import dev.voxpop.analysis.distance.MeanDistance;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.report.Block.Folded;
import dev.voxpop.analysis.report.Block.Paragraph;
import dev.voxpop.analysis.report.Block.Shown;
import dev.voxpop.analysis.report.Table.Cell;
import dev.voxpop.analysis.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much of an arm's answers is owed to the way of asking, by a design of the run's own. */
final class AuditSection {

  private final AuditFindings audit;
  private final List<Item> items;

  AuditSection(List<Item> items, AuditFindings audit) {
    this.items = items;
    this.audit = audit;
  }

  Section section() {
    AuditTables tables = new AuditTables(items, audit.shares());
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Paragraph(
            ("Arm %s was asked again in %d ways, its cells: the same first personas of its roster"
                    + " in each, with their own draws. The share of a factor is the part of the"
                    + " variance of the answers to a question that its levels explain; personas are"
                    + " blocks, so what they differ in counts in the whole and is no noise. Cells"
                    + " are in no comparison of arms.")
                .formatted(audit.input().arm(), audit.input().cells().size())));
    blocks.add(new Shown(tables.factors("Factors of the audit of " + audit.input().arm())));
    blocks.add(new Shown(tables.questions("Share of variance by question and factor")));
    blocks.add(new Shown(levels()));
    blocks.add(new Folded(cells()));
    return new Section("audit", "Audit: how answers depend on the way of asking", blocks);
  }

  private Table levels() {
    List<Row> rows = new ArrayList<>();
    for (int f = 0; f < audit.levels().size(); f++) {
      Factor factor = audit.input().factors().get(f);
      for (int level = 0; level < audit.levels().get(f).size(); level++) {
        LevelFindings found = audit.levels().get(f).get(level);
        rows.add(
            Row.of(
                List.of(
                    Cell.of(factor.id()),
                    Cell.of(factor.levels().get(level)),
                    Cell.of(Integer.toString(found.rows())),
                    distance(found.mean()),
                    Cell.of(found.mean().tv().value()))));
      }
    }
    return Table.of(
        "Distance to people by level",
        List.of("Factor", "Level", "Interviews", "EMD normalised", "TV"),
        rows);
  }

  private Table cells() {
    List<String> columns = new ArrayList<>(List.of("Cell"));
    audit.input().factors().forEach(factor -> columns.add(factor.id()));
    columns.addAll(List.of("Asked", "Valid", "Refused", "EMD normalised"));
    List<Row> rows = new ArrayList<>();
    for (int cell = 0; cell < audit.cells().size(); cell++) {
      AuditInput.Cell own = audit.input().cells().get(cell);
      List<Cell> row = new ArrayList<>(List.of(Cell.of(own.input().id())));
      AuditJson.names(audit.input(), own).forEach(name -> row.add(Cell.of(name)));
      Optional<QuestionCompliance> total = own.input().compliance().map(c -> c.total());
      row.add(Cell.of(total.map(t -> Long.toString(t.asked())).orElse("")));
      row.add(Cell.of(total.map(t -> Numbers.percent(t.share(CellRecord.VALID))).orElse("")));
      row.add(Cell.of(total.map(t -> Numbers.percent(t.share(CellRecord.REFUSED))).orElse("")));
      row.add(distance(audit.cells().get(cell)));
      rows.add(Row.of(row));
    }
    return Table.of("Cells of the audit", columns, rows);
  }

  private static Cell distance(MeanDistance mean) {
    return Cell.of(mean.emdNormalised().value());
  }
}
