package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.Findings;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * All files of one report by name, with a manifest of their SHA-256.
 *
 * @param texts contents by name, in order of name
 * @param tables Parquet files by name, in order of name
 */
public record ReportFiles(SortedMap<String, String> texts, SortedMap<String, FileBytes> tables) {

  /** The page to read. */
  public static final String HTML = "report.html";

  /** The same tables as Markdown. */
  public static final String MARKDOWN = "report.md";

  /** All numbers in full precision. */
  public static final String RESULT = "result.json";

  /** Name and SHA-256 of every other file. */
  public static final String MANIFEST = "manifest.json";

  /** How the name of a Parquet file ends. */
  public static final String PARQUET = ".parquet";

  /** Copies the maps. */
  public ReportFiles {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  /** The bytes of every file by name, in order of name. */
  public SortedMap<String, FileBytes> contents() {
    SortedMap<String, FileBytes> contents = new TreeMap<>(tables);
    texts.forEach((name, text) -> contents.put(name, FileBytes.of(text)));
    return contents;
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
    FileSet files =
        joined(
            List.of(
                () -> rowsAndNumbers(findings),
                () -> beside(findings, enclosures),
                () -> FileSet.of(HTML, HtmlReport.write(content)),
                () -> FileSet.of(MARKDOWN, MarkdownReport.write(content))));
    return files.put(MANIFEST, Manifest.write(findings, enclosures, files)).files();
  }

  /** The files that hold rows and numbers, without the pages and the manifest. */
  public static ReportFiles data(Findings findings) {
    return rowsAndNumbers(findings).files();
  }

  private static FileSet rowsAndNumbers(Findings findings) {
    return joined(
        List.of(
            () -> Exports.of(findings),
            () -> StudyFiles.of(findings.study()),
            () -> FileSet.of(RESULT, ResultJson.write(findings))));
  }

  /** Files that are made beside each other. */
  private static FileSet joined(List<Supplier<FileSet>> parts) {
    FileSet files = new FileSet();
    parts.parallelStream().map(Supplier::get).forEachOrdered(files::putAll);
    return files;
  }

  /** Pairs, and the disclosure by itself. */
  private static FileSet beside(Findings findings, Enclosures enclosures) {
    FileSet files = new FileSet();
    ExportTable pairs = PairExport.of(enclosures.pairings(), Respondents.of(findings.study()));
    if (pairs.rows() > 0) {
      files.put("pairs", pairs);
    }
    return files.put(
        "disclosure.md",
        MarkdownReport.write(
            new ReportContent(
                findings.study().title(),
                new HeadSections(findings).banner(),
                "",
                List.of(new DisclosureSection(findings).section()))));
  }
}
