package dev.voxpop.analysis.report;

import dev.voxpop.tables.Column;
import dev.voxpop.tables.ParquetRows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of rows that leave the memory as they come. */
public interface RowSink {

  /** Adds a row of as many values as columns. */
  void add(@Nullable Object... values) throws IOException;

  /** Writes what is left; the stream stays open. */
  void finish() throws IOException;

  /** A file in the format that the ending of its name says: csv, jsonl or parquet. */
  static RowSink of(String name, List<Column> columns, OutputStream target) throws IOException {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv" -> new Lines(columns, target, Lines.Form.CSV);
      case "jsonl" -> new Lines(columns, target, Lines.Form.JSONL);
      case "parquet" -> new Parquet(columns, target);
      default ->
          throw new IllegalArgumentException(
              "%s is no table.\nMaybe end it with .csv, .jsonl or .parquet.".formatted(name));
    };
  }

  /** Lines of text, a page at a time. */
  final class Lines implements RowSink {

    private static final int PAGE = 1 << 16;

    /** What a line is. */
    enum Form {
      CSV,
      JSONL
    }

    private final RowLines lines;
    private final OutputStream target;
    private final Form form;
    private final StringBuilder page = new StringBuilder(2 * PAGE);

    private Lines(List<Column> columns, OutputStream target, Form form) {
      this.lines = RowLines.of(columns.stream().map(Column::name).toList());
      this.target = target;
      this.form = form;
      if (form == Form.CSV) {
        lines.heading(page);
      }
    }

    @Override
    public void add(@Nullable Object... values) throws IOException {
      switch (form) {
        case CSV -> lines.csv(page, values);
        case JSONL -> lines.jsonl(page, values);
      }
      if (page.length() >= PAGE) {
        finish();
      }
    }

    @Override
    public void finish() throws IOException {
      target.write(page.toString().getBytes(StandardCharsets.UTF_8));
      target.flush();
      page.setLength(0);
    }
  }

  /** A Parquet file, a group of rows at a time. */
  final class Parquet implements RowSink {

    private final ParquetRows rows;

    private Parquet(List<Column> columns, OutputStream target) throws IOException {
      this.rows = ParquetRows.to(target, columns);
    }

    @Override
    public void add(@Nullable Object... values) throws IOException {
      rows.add(values);
    }

    @Override
    public void finish() throws IOException {
      rows.close();
    }
  }
}
