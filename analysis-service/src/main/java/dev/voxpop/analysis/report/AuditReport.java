package dev.voxpop.analysis.report;

import dev.voxpop.analysis.audit.Factor;
import dev.voxpop.analysis.audit.FactorShare;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.report.Block.Folded;
import dev.voxpop.analysis.report.Block.Notice;
import dev.voxpop.analysis.report.Block.Shown;
import dev.voxpop.analysis.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The report of an audit: pages, numbers and rows by name.
 *
 * @param factors what was varied, with the levels that occurred
 * @param shares by question, one a factor
 * @param facts files, hashes and seed
 */
public record AuditReport(
    List<Item> items,
    List<Factor> factors,
    List<List<FactorShare>> shares,
    SortedMap<String, String> facts) {

  /** All numbers of an audit in full precision. */
  public static final String AUDIT = "audit.json";

  private static final String TITLE = "How much answers depend on the way of asking";

  /** Copies the collections. */
  public AuditReport {
    items = List.copyOf(items);
    factors = List.copyOf(factors);
    shares = shares.stream().map(List::copyOf).toList();
    facts = new TreeMap<>(facts);
  }

  /** Files by name. */
  public ReportFiles files() {
    ReportContent content = content();
    return new FileSet()
        .put(ReportFiles.HTML, HtmlReport.write(content))
        .put(ReportFiles.MARKDOWN, MarkdownReport.write(content))
        .put(AUDIT, Json.pretty(numbers()))
        .put("audit", new AuditTables(items, shares).rows())
        .files();
  }

  private ReportContent content() {
    AuditTables tables = new AuditTables(items, shares);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Shown(tables.factors("Factors")));
    blocks.add(new Shown(tables.questions("Share of variance by question and factor")));
    List<Row> rows = new ArrayList<>();
    factors.forEach(factor -> rows.add(Row.of(factor.id(), String.join(", ", factor.levels()))));
    facts.forEach((name, value) -> rows.add(Row.of(name, value)));
    return new ReportContent(
        TITLE,
        new Notice(
            List.of(
                "Simulated answers: the responses were imported from a file and are treated as"
                    + " answers of personas, not of people.")),
        "",
        List.of(
            new Section("audit", TITLE, blocks),
            new Section(
                "method",
                "Method",
                List.of(
                    new Shown(Table.of("What was varied", List.of("Fact", "Value"), rows)),
                    new Folded(formulas())))));
  }

  private static Table formulas() {
    return Table.of(
        "Formulas",
        List.of("Number", "Definition"),
        List.of(
            Row.of(
                "Share of variance",
                "(SS between − (levels − 1) · MS within) ÷ SS total of one-way analysis of"
                    + " variance on the options' indicators, added up over options; a negative"
                    + " estimate is 0."),
            Row.of(
                "p",
                "(1 + permutations with at least this SS between) ÷ (1 + permutations); levels are"
                    + " permuted over answers.")));
  }

  private Map<String, @Nullable Object> numbers() {
    return Json.object(
        "apiVersion",
        "v1",
        "facts",
        facts,
        "factors",
        AuditJson.factors(factors),
        "questions",
        AuditJson.questions(items, shares));
  }
}
