package dev.voxpop.analysis.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lines of CSV and of JSONL with the same columns.
 *
 * <p>CSV quotes every text, writes numbers in their shortest exact form and nothing for a number
 * that does not exist. A text that a spreadsheet would take for a formula gets a leading apostrophe
 * in CSV; JSONL is exact, with its keys in order of name. Lines end with a line feed.
 */
public final class RowLines {

  // What spreadsheets take for the beginning of a formula, with the full-width forms.
  private static final String FORMULA = "=+-@\t\r＝＋－＠";

  private final List<String> columns;
  private final String[] keys;
  private final int[] places;

  private RowLines(List<String> columns) {
    this.columns = List.copyOf(columns);
    Map<String, Integer> sorted = new TreeMap<>();
    for (int i = 0; i < columns.size(); i++) {
      sorted.put(columns.get(i), i);
    }
    this.keys = sorted.keySet().stream().map(key -> Json.line(key) + ":").toArray(String[]::new);
    this.places = sorted.values().stream().mapToInt(Integer::intValue).toArray();
  }

  /** Lines with these columns. */
  public static RowLines of(List<String> columns) {
    return new RowLines(columns);
  }

  /** Appends the names of the columns as a line of CSV. */
  public void heading(StringBuilder target) {
    csv(target, columns.toArray());
  }

  /** Appends one row as a line of CSV. */
  public void csv(StringBuilder target, @Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        target.append(',');
      }
      cell(target, values[i]);
    }
    target.append('\n');
  }

  /** Appends one row as a line of JSONL. */
  public void jsonl(StringBuilder target, @Nullable Object... values) {
    target.append('{');
    for (int i = 0; i < keys.length; i++) {
      target.append(i > 0 ? "," : "").append(keys[i]);
      Json.append(target, values[places[i]]);
    }
    target.append("}\n");
  }

  private static void cell(StringBuilder target, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Double number -> target.append(Double.isFinite(number) ? Json.number(number) : "");
      case Number number -> target.append(number);
      case Boolean truth -> target.append(truth);
      default -> quoted(target, value.toString());
    }
  }

  private static void quoted(StringBuilder target, String text) {
    target.append('"').append(guarded(text).replace("\"", "\"\"")).append('"');
  }

  /** A text as a spreadsheet may have it: with an apostrophe before what looks like a formula. */
  static String guarded(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
