package dev.voxpop.analysis.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Respondents × questions: one byte column of option indexes a question, a weight a row.
 *
 * <p>Rows are sorted by id, so that no result depends on the order in which they arrived.
 */
public final class Panel {

  private final List<Item> items;
  private final List<String> rowIds;
  private final byte[][] columns;
  private final double[] weights;
  private final Index subjects;
  private final Index clusters;
  private final Index respondents;

  private Panel(List<Item> items, List<Row> rows, byte[][] columns, double[] weights) {
    this.items = items;
    this.columns = columns;
    this.weights = weights;
    boolean named = !rows.isEmpty();
    this.rowIds = rows.stream().map(Row::id).toList();
    this.subjects = named ? Index.of(list(rows, Row::subject)) : Index.rows(weights.length);
    this.clusters = named ? Index.of(list(rows, Row::cluster)) : Index.rows(weights.length);
    this.respondents = named ? Index.of(list(rows, Row::respondent)) : Index.rows(weights.length);
  }

  /** A panel of these rows, in order of their ids. */
  public static Panel of(List<Item> items, List<Row> rows) {
    List<Row> sorted = rows.stream().sorted(Comparator.comparing(Row::id)).toList();
    requireDistinct(sorted);
    byte[][] columns = new byte[items.size()][sorted.size()];
    double[] weights = new double[sorted.size()];
    for (int row = 0; row < weights.length; row++) {
      Row source = sorted.get(row);
      weights[row] = source.weight();
      fill(items, columns, row, source);
    }
    return new Panel(List.copyOf(items), sorted, columns, weights);
  }

  /** A panel of people without names, over columns in item order, which are copied. */
  public static Panel ofColumns(List<Item> items, List<byte[]> columns, double[] weights) {
    byte[][] copies = columns.stream().map(byte[]::clone).toArray(byte[][]::new);
    return new Panel(List.copyOf(items), List.of(), copies, weights.clone());
  }

  /** The questions, in column order. */
  public List<Item> items() {
    return items;
  }

  /** The question of a column. */
  public Item item(int question) {
    return items.get(question);
  }

  /** Number of questions. */
  public int questions() {
    return items.size();
  }

  /** Number of rows. */
  public int size() {
    return weights.length;
  }

  /** Option index, or a value of {@link Cells}. */
  public int cell(int row, int question) {
    return columns[question][row];
  }

  /** Whether the cell holds an option. */
  public boolean valid(int row, int question) {
    return columns[question][row] >= 0;
  }

  /** Weight of a row. */
  public double weight(int row) {
    return weights[row];
  }

  /** Ids of the rows; empty for a panel without names. */
  public List<String> rowIds() {
    return rowIds;
  }

  /** The person or persona of each row. */
  public Index subjects() {
    return subjects;
  }

  /** The story, or the subject where there is none, of each row. */
  public Index clusters() {
    return clusters;
  }

  /** The matched person of each row. */
  public Index respondents() {
    return respondents;
  }

  /** The rows for which {@code keep} is true, as a panel of their own. */
  public Panel where(IntPredicate keep) {
    int[] rows = IntStream.range(0, size()).filter(keep).toArray();
    byte[][] kept = new byte[columns.length][rows.length];
    double[] keptWeights = new double[rows.length];
    List<Row> names = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      keptWeights[i] = weights[rows[i]];
      for (int q = 0; q < columns.length; q++) {
        kept[q][i] = columns[q][rows[i]];
      }
      if (!rowIds.isEmpty()) {
        names.add(names(rows[i]));
      }
    }
    return new Panel(items, names, kept, keptWeights);
  }

  /** The same rows with other questions and columns, which are copied. */
  public Panel withColumns(List<Item> otherItems, List<byte[]> otherColumns) {
    List<Row> names = new ArrayList<>();
    for (int row = 0; row < rowIds.size(); row++) {
      names.add(names(row));
    }
    byte[][] copies = otherColumns.stream().map(byte[]::clone).toArray(byte[][]::new);
    return new Panel(List.copyOf(otherItems), names, copies, weights);
  }

  private Row names(int row) {
    int respondent = respondents.of(row);
    return new Row(
        rowIds.get(row),
        subjects.names().get(subjects.of(row)),
        clusters.names().get(clusters.of(row)),
        respondent < 0 ? null : respondents.names().get(respondent),
        weights[row],
        List.of());
  }

  private static <T extends @Nullable Object> List<T> list(List<Row> rows, Function<Row, T> name) {
    List<T> names = new ArrayList<>(rows.size());
    rows.forEach(row -> names.add(name.apply(row)));
    return names;
  }

  private static void fill(List<Item> items, byte[][] columns, int row, Row source) {
    if (source.cells().size() != items.size()) {
      throw new IllegalArgumentException(
          "Row '%s' has %d cells for %d questions.%nMaybe a column is missing."
              .formatted(source.id(), source.cells().size(), items.size()));
    }
    for (int q = 0; q < items.size(); q++) {
      int cell = source.cells().get(q);
      if (cell >= items.get(q).levels() || cell < Cells.REFUSED) {
        throw new IllegalArgumentException(
            "Row '%s', question '%s': option %d is not declared.%nMaybe codes were not mapped."
                .formatted(source.id(), items.get(q).id(), cell));
      }
      columns[q][row] = (byte) cell;
    }
  }

  private static void requireDistinct(List<Row> rows) {
    Set<String> seen = new HashSet<>();
    for (Row row : rows) {
      if (!seen.add(row.id())) {
        throw new IllegalArgumentException(
            "Two rows have the id '" + row.id() + "'.\nMaybe the key column is not unique.");
      }
    }
  }
}
