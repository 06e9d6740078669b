package dev.voxpop.analysis.uncertainty;

import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.distribution.Tally;
import dev.voxpop.analysis.panel.Panel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Shares of some rows of a panel, to be computed again and again with different multiplicities of
 * all its rows. O(rows) a question.
 */
public final class ShareSums {

  private final Panel panel;
  private final int[] rows;
  private final double[][] weights;

  private ShareSums(Panel panel, int[] rows, double[][] weights) {
    this.panel = panel;
    this.rows = rows;
    this.weights = weights;
  }

  /** Prepares these rows. */
  public static ShareSums of(Panel panel, RowWeights weights, int[] rows) {
    double[][] cells = new double[panel.questions()][];
    for (int q = 0; q < cells.length; q++) {
      double[] all = Tally.cellWeights(panel, weights, q);
      cells[q] = Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
    }
    return new ShareSums(panel, rows.clone(), cells);
  }

  /** Shares of a question's options; null when no row of positive weight has an answer. */
  public double @Nullable [] shares(int question, double[] multiplicity) {
    double[] shares = new double[panel.item(question).levels()];
    double total = 0;
    for (int i = 0; i < rows.length; i++) {
      double weight = weights[question][i] * multiplicity[rows[i]];
      if (weight > 0) {
        shares[panel.cell(rows[i], question)] += weight;
        total += weight;
      }
    }
    if (total == 0) {
      return null;
    }
    for (int k = 0; k < shares.length; k++) {
      shares[k] /= total;
    }
    return shares;
  }
}
