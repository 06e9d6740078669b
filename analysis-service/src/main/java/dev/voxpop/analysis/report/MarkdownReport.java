package dev.voxpop.analysis.report;

import dev.voxpop.analysis.report.Table.Cell;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a report as Markdown: the same tables, figures as the tables of their numbers. */
public final class MarkdownReport {

  private final StringBuilder text = new StringBuilder();

  private MarkdownReport() {}

  /** The report as Markdown. */
  public static String write(ReportContent content) {
    MarkdownReport report = new MarkdownReport();
    report.line("# " + Markup.markdown(content.title()));
    report.notice(content.banner().sentences());
    if (!content.created().isEmpty()) {
      report.line(Markup.markdown(content.created()));
    }
    for (Section section : content.sections()) {
      report.line("## " + Markup.markdown(section.title()));
      section.blocks().forEach(report::block);
    }
    return report.text.toString();
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph(String words) -> line(Markup.markdown(words));
      case Block.Notice(List<String> sentences) -> notice(sentences);
      case Block.Facts(List<Block.Fact> facts) -> facts(facts);
      case Block.Shown(Table table) -> table(table);
      case Block.Folded(Table table) -> table(table);
      case Block.Figures figures -> table(figures.table());
    }
  }

  private void notice(List<String> sentences) {
    sentences.forEach(sentence -> line("> **" + Markup.markdown(sentence) + "**"));
  }

  private void facts(List<Block.Fact> facts) {
    for (Block.Fact fact : facts) {
      String remark = fact.remark().isEmpty() ? "" : " (" + fact.remark() + ")";
      text.append("- **").append(Markup.markdown(fact.name())).append(":** ");
      text.append(Markup.markdown(fact.value() + remark)).append('\n');
    }
    text.append('\n');
  }

  private void table(Table table) {
    line("### " + Markup.markdown(table.caption()));
    row(table.columns().stream().map(Markup::markdown).toList());
    row(table.columns().stream().map(column -> "---").toList());
    table.rows().forEach(row -> row(row.cells().stream().map(MarkdownReport::cell).toList()));
    text.append('\n');
    table.notes().forEach(note -> line("- " + Markup.markdown(note)));
  }

  private void row(List<String> cells) {
    text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String cell(Cell cell) {
    return cell.detail().isEmpty()
        ? Markup.markdown(cell.text())
        : Markup.markdown(cell.text()) + " " + Markup.markdown(cell.detail());
  }

  private void line(String line) {
    text.append(line).append("\n\n");
  }
}
