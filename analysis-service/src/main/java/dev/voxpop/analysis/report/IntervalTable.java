package dev.voxpop.analysis.report;

import dev.voxpop.analysis.uncertainty.Interval;
import dev.voxpop.tables.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An export whose rows say in words what a number is of, and end with it and its interval. */
final class IntervalTable {

  private final ExportTable table;

  /** A table whose words have these columns. */
  IntervalTable(String... words) {
    List<Column> columns = new ArrayList<>();
    Arrays.stream(words).map(Column::text).forEach(columns::add);
    List.of("value", "low", "high", "standard_error", "bias")
        .forEach(name -> columns.add(Column.number(name)));
    columns.add(Column.text("limit"));
    table = new ExportTable(columns);
  }

  void add(double value, Interval interval, @Nullable String... words) {
    List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(words));
    cells.add(value);
    cells.add(interval.low());
    cells.add(interval.high());
    cells.add(interval.standardError());
    cells.add(interval.bias());
    cells.add(interval.limit().name().toLowerCase(Locale.ROOT));
    table.add(cells.toArray());
  }

  ExportTable table() {
    return table;
  }
}
