package dev.voxpop.analysis.report;

import dev.voxpop.tables.Column;
import dev.voxpop.tables.ParquetRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one export, written as CSV, JSONL and Parquet with the same columns. */
final class ExportTable {

  private final RowLines lines;
  private final StringBuilder csv = new StringBuilder();
  private final StringBuilder jsonl = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ParquetRows parquet;
  private int rows;

  ExportTable(List<Column> columns) {
    lines = RowLines.of(columns.stream().map(Column::name).toList());
    lines.heading(csv);
    try {
      parquet = ParquetRows.to(bytes, columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ExportTable(Column... columns) {
    this(List.of(columns));
  }

  void add(@Nullable Object... values) {
    lines.csv(csv, values);
    lines.jsonl(jsonl, values);
    try {
      parquet.add(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows++;
  }

  int rows() {
    return rows;
  }

  String csv() {
    return csv.toString();
  }

  String jsonl() {
    return jsonl.toString();
  }

  /** The Parquet file, which takes no further row. */
  FileBytes parquet() {
    try {
      parquet.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FileBytes.of(bytes.toByteArray());
  }
}
