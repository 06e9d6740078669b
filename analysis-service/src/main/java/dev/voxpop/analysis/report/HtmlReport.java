package dev.voxpop.analysis.report;

import dev.voxpop.analysis.report.Table.Cell;
import dev.voxpop.analysis.report.Table.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Writes a report as one HTML file that needs no script and no network.
 *
 * <p>Figures are inline SVG, each with the table of its numbers; the style follows the reader's
 * light or dark mode and prints on paper.
 */
public final class HtmlReport {

  private static final int LONGEST_NUMBER = 24;

  private final StringBuilder html = new StringBuilder();

  private HtmlReport() {}

  /** The report as HTML. */
  public static String write(ReportContent content) {
    HtmlReport report = new HtmlReport();
    report.head(content);
    content.sections().forEach(report::section);
    report.html.append("</main>\n</body>\n</html>\n");
    return report.html.toString();
  }

  private void head(ReportContent content) {
    String title = text(content.title());
    html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.append("<title>").append(title).append("</title>\n<style>\n");
    html.append(style()).append("</style>\n</head>\n<body>\n<header>\n");
    html.append("<h1>").append(title).append("</h1>\n");
    notice("banner", content.banner().sentences());
    if (!content.created().isEmpty()) {
      html.append("<p class=\"created\">").append(text(content.created())).append("</p>\n");
    }
    html.append("<nav aria-label=\"Sections\"><ul>");
    for (Section section : content.sections()) {
      html.append("<li><a href=\"#%s\">%s</a></li>".formatted(section.id(), text(section.title())));
    }
    html.append("</ul></nav>\n</header>\n<main>\n");
  }

  private void section(Section section) {
    html.append(
        "<section id=\"%s\">\n<h2>%s</h2>\n".formatted(section.id(), text(section.title())));
    section.blocks().forEach(this::block);
    html.append("</section>\n");
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph(String words) -> html.append("<p>").append(text(words)).append("</p>\n");
      case Block.Notice(List<String> sentences) -> notice("notice", sentences);
      case Block.Facts(List<Block.Fact> facts) -> facts(facts);
      case Block.Shown(Table table) -> table(table);
      case Block.Folded(Table table) -> folded(table.caption(), table);
      case Block.Figures figures -> figures(figures);
    }
  }

  private void notice(String style, List<String> sentences) {
    html.append("<div class=\"%s\" role=\"note\">".formatted(style));
    sentences.forEach(sentence -> html.append("<p>").append(text(sentence)).append("</p>"));
    html.append("</div>\n");
  }

  private void facts(List<Block.Fact> facts) {
    html.append("<dl class=\"facts\">");
    for (Block.Fact fact : facts) {
      html.append("<div><dt>%s</dt><dd>%s".formatted(text(fact.name()), text(fact.value())));
      if (!fact.remark().isEmpty()) {
        html.append("<small>").append(text(fact.remark())).append("</small>");
      }
      html.append("</dd></div>");
    }
    html.append("</dl>\n");
  }

  private void figures(Block.Figures figures) {
    Block.Layout layout = figures.legend().layout();
    html.append("<figure><figcaption>%s</figcaption>\n".formatted(text(figures.caption())));
    legend(figures.legend().marks());
    html.append(
        "<div class=\"%s\"%s>"
            .formatted(layout.name().toLowerCase(Locale.ROOT), focusable(layout)));
    figures.svgs().forEach(html::append);
    html.append("</div>");
    folded("Table of these numbers", figures.table());
    html.append("</figure>\n");
  }

  private void legend(List<Block.Mark> marks) {
    if (!marks.isEmpty()) {
      html.append("<ul class=\"legend\">");
      for (Block.Mark mark : marks) {
        html.append(
            "<li><span class=\"key %s\"></span>%s</li>"
                .formatted(mark.style(), text(mark.meaning())));
      }
      html.append("</ul>\n");
    }
  }

  private void folded(String summary, Table table) {
    html.append("<details><summary>%s</summary>\n".formatted(text(summary)));
    table(table);
    html.append("</details>\n");
  }

  private static String focusable(Block.Layout layout) {
    return layout == Block.Layout.SCROLL
        ? " tabindex=\"0\" role=\"region\" aria-label=\"Heat maps\""
        : "";
  }

  private void table(Table table) {
    String caption = text(table.caption());
    html.append(
        "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table><caption>%s</caption>\n<thead><tr>"
            .formatted(caption, caption));
    table
        .columns()
        .forEach(column -> html.append("<th scope=\"col\">").append(text(column)).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    table.rows().forEach(this::row);
    html.append("</tbody></table></div>\n");
    if (!table.notes().isEmpty()) {
      html.append("<ul class=\"notes\">");
      table.notes().forEach(note -> html.append("<li>").append(text(note)).append("</li>"));
      html.append("</ul>\n");
    }
  }

  private void row(Table.Row row) {
    html.append(row.kind() == Kind.REFERENCE ? "<tr class=\"reference\">" : "<tr>");
    for (int i = 0; i < row.cells().size(); i++) {
      Cell cell = row.cells().get(i);
      html.append(i == 0 ? "<th scope=\"row\">" : cell(cell)).append(text(cell.text()));
      if (!cell.detail().isEmpty()) {
        html.append("<small>").append(text(cell.detail())).append("</small>");
      }
      html.append(i == 0 ? "</th>" : "</td>");
    }
    html.append("</tr>\n");
  }

  private static String cell(Cell cell) {
    return cell.text().length() > LONGEST_NUMBER ? "<td class=\"words\">" : "<td>";
  }

  private static String text(String words) {
    return Markup.html(words);
  }

  private static String style() {
    try (InputStream stream =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream("/report/report.css"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
