package dev.voxpop.analysis.report;

import java.util.List;

/**
 * A table for readers, the same in HTML and Markdown.
 *
 * @param columns headings; the first column names the row
 * @param notes footnotes
 */
public record Table(String caption, List<String> columns, List<Row> rows, List<String> notes) {

  /** Copies the lists and checks that no row has an empty place. */
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "Table '%s': a row has %d cells for %d columns.%nMaybe a column was added."
                .formatted(caption, row.cells().size(), columns.size()));
      }
    }
  }

  /** A table without footnotes. */
  public static Table of(String caption, List<String> columns, List<Row> rows) {
    return new Table(caption, columns, rows, List.of());
  }

  /** Whether a row is one of the experiment's arms or something to compare them with. */
  public enum Kind {
    /** An ordinary row. */
    PLAIN,
    /** People, bound or reference. */
    REFERENCE
  }

  /** One row. */
  public record Row(Kind kind, List<Cell> cells) {

    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }

    /** An ordinary row of plain texts. */
    public static Row of(String... texts) {
      return new Row(Kind.PLAIN, List.of(texts).stream().map(Cell::of).toList());
    }

    /** An ordinary row. */
    public static Row of(List<Cell> cells) {
      return new Row(Kind.PLAIN, cells);
    }
  }

  /**
   * One cell: never empty, a dash where there is no value.
   *
   * @param detail smaller text below the main one, such as an interval; may be empty
   */
  public record Cell(String text, String detail) {

    /** Puts a dash where nothing is said. */
    public Cell {
      text = text.isBlank() ? Numbers.MISSING : text;
    }

    /** A cell without detail. */
    public static Cell of(String text) {
      return new Cell(text, "");
    }

    /** A number with three decimals. */
    public static Cell of(double value) {
      return of(Numbers.three(value));
    }

    /** A number with something below it, which is left out when there is no number. */
    public static Cell of(double value, String detail) {
      return new Cell(Numbers.three(value), Double.isNaN(value) ? "" : detail);
    }
  }
}
