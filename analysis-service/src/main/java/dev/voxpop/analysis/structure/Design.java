package dev.voxpop.analysis.structure;

import dev.voxpop.analysis.panel.Panel;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The columns of a panel made ready for second moments.
 *
 * <p>Values are positions minus the unweighted mean of their column, 0 where missing; the mean is
 * rounded when all positions are whole, so that whole weights make exact sums. A column of ones
 * follows, so that plain sums come with the products. Which cells are missing is listed by row:
 * there are few, so what they take away from a sum is subtracted afterwards.
 */
public final class Design {

  private static final int PADDING = 8;
  private static final int[] NOTHING = {};

  private final int questions;
  private final double[][] rows;
  private final int[][] missing;
  private final double[] largest;
  private final boolean complete;
  private final boolean[] constant;

  private Design(Panel panel, int[] selected) {
    questions = panel.questions();
    rows = new double[selected.length][(questions + PADDING) / PADDING * PADDING];
    missing = new int[selected.length][];
    largest = new double[questions];
    for (int q = 0; q < questions; q++) {
      fill(panel, selected, q);
    }
    for (int i = 0; i < selected.length; i++) {
      int row = selected[i];
      rows[i][questions] = 1;
      missing[i] = IntStream.range(0, questions).filter(q -> !panel.valid(row, q)).toArray();
      missing[i] = missing[i].length == 0 ? NOTHING : missing[i];
    }
    constant = new boolean[questions];
    for (int q = 0; q < questions; q++) {
      constant[q] = !varies(panel, selected, q);
    }
    complete = Arrays.stream(missing).allMatch(cells -> cells.length == 0);
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

  /** Whether no row lacks a value. */
  boolean complete() {
    return complete;
  }

  /** Number of columns, padding included. */
  int width() {
    return (questions + PADDING) / PADDING * PADDING;
  }

  /** Centred values, a one, padding zeros. */
  double[] row(int row) {
    return rows[row];
  }

  /** Questions without a value in a row. */
  int[] missing(int row) {
    return missing[row];
  }

  /** Largest absolute centred value of a question. */
  double largest(int question) {
    return largest[question];
  }

  /** Whether all rows that have a value of a question have the same one. */
  boolean constant(int question) {
    return constant[question];
  }

  boolean has(int row, int question) {
    return missing[row].length == 0 || Arrays.binarySearch(missing[row], question) < 0;
  }

  private void fill(Panel panel, int[] selected, int q) {
    double centre = centre(panel, selected, q);
    for (int i = 0; i < selected.length; i++) {
      if (panel.valid(selected[i], q)) {
        double value = panel.item(q).position(panel.cell(selected[i], q)) - centre;
        largest[q] = Math.max(largest[q], Math.abs(value));
        rows[i][q] = value;
      }
    }
  }

  /** The mean, or the whole number next to it when all positions are whole. */
  private static double centre(Panel panel, int[] selected, int q) {
    double mean = mean(panel, selected, q);
    boolean whole =
        IntStream.range(0, panel.item(q).levels())
            .mapToDouble(panel.item(q)::position)
            .allMatch(position -> Math.rint(position) == position);
    return whole ? Math.rint(mean) : mean;
  }

  private static boolean varies(Panel panel, int[] selected, int q) {
    return Arrays.stream(selected)
            .map(row -> panel.cell(row, q))
            .filter(cell -> cell >= 0)
            .distinct()
            .limit(2)
            .count()
        > 1;
  }

  private static double mean(Panel panel, int[] selected, int q) {
    return Arrays.stream(selected)
        .filter(row -> panel.valid(row, q))
        .mapToDouble(row -> panel.item(q).position(panel.cell(row, q)))
        .average()
        .orElse(0);
  }
}
