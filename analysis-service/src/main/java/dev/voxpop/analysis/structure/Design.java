package dev.voxpop.analysis.structure;

import dev.voxpop.analysis.panel.Panel;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The columns of a panel made ready for second moments.
 *
 * <p>Column order: squares (only with missing cells), values, presence of incomplete questions, a
 * column of ones. Values are positions minus the unweighted mean of their column, 0 where missing,
 * so that every sum a correlation needs is a product of two columns: Σω = presence · presence, Σωx
 * = value · presence, Σωx² = square · presence, Σωxy = value · value. Columns are padded with zeros
 * to a multiple of eight.
 */
public final class Design {

  private static final int PADDING = 8;

  private final int questions;
  private final int valuesAt;
  private final int ones;
  private final int[] presence;
  private final int[] from;
  private final double[][] rows;
  private final double[] largest;

  private Design(Panel panel, int[] selected) {
    questions = panel.questions();
    int[] incomplete = incomplete(panel, selected);
    valuesAt = incomplete.length == 0 ? 0 : questions;
    ones = valuesAt + questions + incomplete.length;
    presence = new int[questions];
    Arrays.fill(presence, ones);
    for (int i = 0; i < incomplete.length; i++) {
      presence[incomplete[i]] = valuesAt + questions + i;
    }
    from =
        IntStream.rangeClosed(0, ones)
            .map(i -> Math.max(i, i < valuesAt ? 2 * valuesAt : 0))
            .toArray();
    rows = new double[selected.length][(ones + PADDING) / PADDING * PADDING];
    largest = new double[questions];
    for (int q = 0; q < questions; q++) {
      fill(panel, selected, q);
    }
    for (double[] row : rows) {
      row[ones] = 1;
    }
  }

  /** All rows, for pairwise statistics. */
  public static Design pairwise(Panel panel) {
    return new Design(panel, IntStream.range(0, panel.size()).toArray());
  }

  /** The rows that are complete on all questions. */
  public static Design listwise(Panel panel) {
    return new Design(panel, completeRows(panel));
  }

  /** Rows by the treatment of missing cells. */
  public static Design of(Panel panel, Missing missing) {
    return missing == Missing.LISTWISE ? listwise(panel) : pairwise(panel);
  }

  /** Rows of a panel that are complete on all questions. */
  public static int[] completeRows(Panel panel) {
    return IntStream.range(0, panel.size())
        .filter(row -> IntStream.range(0, panel.questions()).allMatch(q -> panel.valid(row, q)))
        .toArray();
  }

  /** Number of rows. */
  public int size() {
    return rows.length;
  }

  /** Number of questions. */
  public int questions() {
    return questions;
  }

  int width() {
    return ones + 1;
  }

  int ones() {
    return ones;
  }

  /** Column of the centred values of a question. */
  int value(int question) {
    return valuesAt + question;
  }

  /** Column of the squared values of a question; its values when nothing is missing. */
  int square(int question) {
    return question;
  }

  boolean complete() {
    return valuesAt == 0;
  }

  /** Column that is 1 where the question has a value. */
  int presence(int question) {
    return presence[question];
  }

  /** First column that column {@code i} is multiplied with. */
  int from(int i) {
    return from[i];
  }

  double[] row(int row) {
    return rows[row];
  }

  double largest(int question) {
    return largest[question];
  }

  boolean has(int row, int question) {
    return rows[row][presence[question]] != 0;
  }

  private void fill(Panel panel, int[] selected, int q) {
    double mean = mean(panel, selected, q);
    for (int i = 0; i < selected.length; i++) {
      if (panel.valid(selected[i], q)) {
        double value = panel.item(q).position(panel.cell(selected[i], q)) - mean;
        largest[q] = Math.max(largest[q], Math.abs(value));
        rows[i][value(q)] = value;
        if (valuesAt > 0) {
          rows[i][q] = value * value;
        }
        rows[i][presence[q]] = 1;
      }
    }
  }

  private static double mean(Panel panel, int[] selected, int q) {
    return Arrays.stream(selected)
        .filter(row -> panel.valid(row, q))
        .mapToDouble(row -> panel.item(q).position(panel.cell(row, q)))
        .average()
        .orElse(0);
  }

  private static int[] incomplete(Panel panel, int[] selected) {
    return IntStream.range(0, panel.questions())
        .filter(q -> !Arrays.stream(selected).allMatch(row -> panel.valid(row, q)))
        .toArray();
  }
}
