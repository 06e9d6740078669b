package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.Findings;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * All files of one report as texts by name, with a manifest of their SHA-256.
 *
 * @param texts contents by name, in order of name
 */
public record ReportFiles(SortedMap<String, String> texts) {

  /** The page to read. */
  public static final String HTML = "report.html";

  /** The same tables as Markdown. */
  public static final String MARKDOWN = "report.md";

  /** All numbers in full precision. */
  public static final String RESULT = "result.json";

  /** Name and SHA-256 of every other file. */
  public static final String MANIFEST = "manifest.json";

  /** Copies the map. */
  public ReportFiles {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /**
   * All files of a report.
   *
   * @param created a line with the creation time for the page; empty to leave it out
   */
  public static ReportFiles of(Findings findings, String created) {
    return of(findings, Enclosures.NONE, created);
  }

  /** The same with what other stages say. */
  public static ReportFiles of(Findings findings, Enclosures enclosures, String created) {
    ReportContent content = ReportContent.of(findings, enclosures, created);
    Map<String, String> texts =
        joined(
            List.of(
                () -> data(findings),
                () -> beside(findings, enclosures),
                () -> Map.of(HTML, HtmlReport.write(content)),
                () -> Map.of(MARKDOWN, MarkdownReport.write(content))));
    texts.put(MANIFEST, Manifest.write(findings, enclosures, texts));
    return new ReportFiles(new TreeMap<>(texts));
  }

  /** The files that hold rows and numbers, without the pages and the manifest. */
  public static NavigableMap<String, String> data(Findings findings) {
    return joined(
        List.of(
            () -> Exports.of(findings),
            () -> StudyFiles.of(findings.study()),
            () -> Map.of(RESULT, ResultJson.write(findings))));
  }

  /** Texts that are made beside each other. */
  private static NavigableMap<String, String> joined(List<Supplier<Map<String, String>>> parts) {
    NavigableMap<String, String> texts = new TreeMap<>();
    parts.parallelStream().map(Supplier::get).forEachOrdered(texts::putAll);
    return texts;
  }

  /** Pairs, and the disclosure by itself. */
  private static Map<String, String> beside(Findings findings, Enclosures enclosures) {
    Map<String, String> texts = new TreeMap<>();
    Csv pairs = PairExport.of(enclosures.pairings(), findings.study().people());
    if (pairs.rows() > 0) {
      texts.put("pairs.csv", pairs.csv());
      texts.put("pairs.jsonl", pairs.jsonl());
    }
    texts.put(
        "disclosure.md",
        MarkdownReport.write(
            new ReportContent(
                findings.study().title(),
                new HeadSections(findings).banner(),
                "",
                List.of(new DisclosureSection(findings).section()))));
    return texts;
  }
}
