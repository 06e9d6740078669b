package dev.voxpop.analysis.report;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one export, written as CSV and as JSONL with the same columns.
 *
 * <p>CSV quotes every text, writes numbers in their shortest exact form and nothing for a number
 * that does not exist. Lines end with a line feed.
 */
final class Csv {

  private final List<String> columns;
  private final StringBuilder csv = new StringBuilder();
  private final StringBuilder jsonl = new StringBuilder();

  Csv(String... columns) {
    this.columns = List.of(columns);
    StringJoiner header = new StringJoiner(",");
    this.columns.forEach(column -> header.add(quoted(column)));
    csv.append(header).append('\n');
  }

  void add(@Nullable Object... values) {
    StringJoiner line = new StringJoiner(",");
    Map<String, @Nullable Object> object = new TreeMap<>();
    for (int i = 0; i < columns.size(); i++) {
      line.add(text(values[i]));
      object.put(columns.get(i), values[i]);
    }
    csv.append(line).append('\n');
    jsonl.append(Json.line(object)).append('\n');
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
      default -> quoted(value.toString());
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
