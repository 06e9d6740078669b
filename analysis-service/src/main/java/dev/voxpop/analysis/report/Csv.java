package dev.voxpop.analysis.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one export, written as CSV and as JSONL with the same columns.
 *
 * <p>CSV quotes every text, writes numbers in their shortest exact form and nothing for a number
 * that does not exist. A text that a spreadsheet would take for a formula gets a leading apostrophe
 * in CSV; JSONL is exact. Lines end with a line feed.
 */
public final class Csv {

  // What spreadsheets take for the beginning of a formula, with the full-width forms.
  private static final String FORMULA = "=+-@\t\r＝＋－＠";

  private final List<String> columns;
  private final StringBuilder csv = new StringBuilder();
  private final StringBuilder jsonl = new StringBuilder();
  private int rows;

  Csv(String... columns) {
    this.columns = List.of(columns);
    csv.append(csvLine(List.of(columns)));
  }

  void add(@Nullable Object... values) {
    List<@Nullable Object> row = Arrays.asList(values);
    csv.append(csvLine(row));
    jsonl.append(jsonLine(columns, row));
    rows++;
  }

  /** One line of CSV, with its line feed. */
  public static String csvLine(List<? extends @Nullable Object> values) {
    StringJoiner line = new StringJoiner(",", "", "\n");
    values.forEach(value -> line.add(text(value)));
    return line.toString();
  }

  /** One line of JSONL, with its line feed. */
  public static String jsonLine(List<String> columns, List<? extends @Nullable Object> values) {
    Map<String, @Nullable Object> object = new TreeMap<>();
    for (int i = 0; i < columns.size(); i++) {
      object.put(columns.get(i), values.get(i));
    }
    return Json.line(object) + "\n";
  }

  int rows() {
    return rows;
  }

  /** Rows of a CSV text, without its heading; line feeds within quotes end no row. */
  static long rows(String csv) {
    long ends = 0;
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      quoted ^= c == '"';
      ends += c == '\n' && !quoted ? 1 : 0;
    }
    return Math.max(0, ends - 1);
  }

  String csv() {
    return csv.toString();
  }

  String jsonl() {
    return jsonl.toString();
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Double number -> Double.isFinite(number) ? Json.number(number) : "";
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> quoted(value.toString());
    };
  }

  private static String quoted(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return (formula ? "\"'" : "\"") + text.replace("\"", "\"\"") + '"';
  }
}
