package dev.voxpop.analysis.report;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files of a report while they are made: texts and Parquet files by name, tables with rows. */
final class FileSet {

  private final NavigableMap<String, String> texts = new TreeMap<>();
  private final NavigableMap<String, FileBytes> tables = new TreeMap<>();
  private final Map<String, Long> rows = new HashMap<>();

  /** A set of texts that are no tables. */
  static FileSet of(String name, String text) {
    return new FileSet().put(name, text);
  }

  FileSet put(String name, String text) {
    texts.put(name, text);
    return this;
  }

  /** Adds a text of rows. */
  FileSet put(String name, String text, long count) {
    rows.put(name, count);
    return put(name, text);
  }

  /** Adds a table as CSV, JSONL and Parquet. */
  FileSet put(String name, ExportTable table) {
    put(name + ".jsonl", table.jsonl(), table.rows());
    return putWide(name, table);
  }

  /** Adds a table as CSV and Parquet, as statistics programs read them. */
  FileSet putWide(String name, ExportTable table) {
    tables.put(name + ReportFiles.PARQUET, table.parquet());
    rows.put(name + ReportFiles.PARQUET, (long) table.rows());
    return put(name + ".csv", table.csv(), table.rows());
  }

  FileSet putAll(FileSet other) {
    texts.putAll(other.texts);
    tables.putAll(other.tables);
    rows.putAll(other.rows);
    return this;
  }

  /** Rows of a table, without its heading; null for a file that is none. */
  @Nullable Long rows(String name) {
    return rows.get(name);
  }

  /** The files as they are now. */
  ReportFiles files() {
    return new ReportFiles(texts, tables);
  }
}
