package dev.voxpop.analysis.uncertainty;

import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.distribution.Tally;
import dev.voxpop.analysis.panel.Panel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Shares of some rows of a panel, to be computed again and again with different multiplicities of
 * all its rows.
 *
 * <p>All questions are summed in one pass over the rows: each cell knows the place of its option
 * among the options of all questions, a cell without a value has no weight. Sums run in row order.
 * O(rows · questions).
 */
public final class ShareSums {

  private final int questions;
  private final int[] rows;
  private final int[] first;
  private final int[] places;
  private final double[] weights;

  private ShareSums(Panel panel, int[] rows) {
    this.questions = panel.questions();
    this.rows = rows;
    this.first = new int[questions + 1];
    this.places = new int[rows.length * questions];
    this.weights = new double[rows.length * questions];
    for (int q = 0; q < questions; q++) {
      first[q + 1] = first[q] + panel.item(q).levels();
    }
  }

  /** Prepares these rows. */
  public static ShareSums of(Panel panel, RowWeights weights, int[] rows) {
    ShareSums sums = new ShareSums(panel, rows.clone());
    for (int q = 0; q < sums.questions; q++) {
      sums.fill(panel, Tally.cellWeights(panel, weights, q), q);
    }
    return sums;
  }

  private void fill(Panel panel, double[] cellWeights, int question) {
    for (int i = 0; i < rows.length; i++) {
      int cell = i * questions + question;
      places[cell] = first[question] + Math.max(0, panel.cell(rows[i], question));
      weights[cell] = cellWeights[rows[i]];
    }
  }

  /** Shares of every question's options; null where no row of positive weight has an answer. */
  public double[] @Nullable [] shares(double[] multiplicity) {
    double[] sums = new double[first[questions]];
    double[] totals = new double[questions];
    for (int i = 0; i < rows.length; i++) {
      double times = multiplicity[rows[i]];
      if (times != 0) {
        add(sums, totals, times, i * questions);
      }
    }
    double[] @Nullable [] shares = new double[questions][];
    for (int q = 0; q < questions; q++) {
      shares[q] = totals[q] == 0 ? null : divided(sums, q, totals[q]);
    }
    return shares;
  }

  /** Numeric kernel: the cells of one row. */
  private void add(double[] sums, double[] totals, double times, int cell) {
    for (int q = 0; q < totals.length; q++) {
      double weight = weights[cell + q] * times;
      sums[places[cell + q]] += weight;
      totals[q] += weight;
    }
  }

  private double[] divided(double[] sums, int question, double total) {
    double[] shares = Arrays.copyOfRange(sums, first[question], first[question + 1]);
    for (int k = 0; k < shares.length; k++) {
      shares[k] /= total;
    }
    return shares;
  }
}
