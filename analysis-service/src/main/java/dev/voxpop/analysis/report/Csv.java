package dev.voxpop.analysis.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one export, written as CSV and as JSONL with the same columns. */
final class Csv {

  private final RowLines lines;
  private final StringBuilder csv = new StringBuilder();
  private final StringBuilder jsonl = new StringBuilder();
  private int rows;

  Csv(String... columns) {
    lines = RowLines.of(List.of(columns));
    lines.heading(csv);
  }

  void add(@Nullable Object... values) {
    lines.csv(csv, values);
    lines.jsonl(jsonl, values);
    rows++;
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
}
