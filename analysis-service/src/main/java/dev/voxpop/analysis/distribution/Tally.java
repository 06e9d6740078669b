package dev.voxpop.analysis.distribution;

import dev.voxpop.analysis.panel.Index;
import dev.voxpop.analysis.panel.Panel;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the answers of a panel into distributions.
 *
 * <p>Share of option k = Σ ω over rows that chose k ÷ Σ ω over rows with a valid cell. A subject
 * with several valid repeats of a question contributes its mean indicator, so the weight of each of
 * its rows is divided by their number. Sums run in row order, which is order of id. O(rows).
 */
public final class Tally {

  private final Panel panel;
  private final RowWeights weights;

  private Tally(Panel panel, RowWeights weights) {
    this.panel = panel;
    this.weights = weights;
  }

  /** Distributions of all questions, in column order. */
  public static List<Distribution> of(Panel panel, RowWeights weights) {
    Tally tally = new Tally(panel, weights);
    List<Distribution> distributions = new ArrayList<>();
    for (int q = 0; q < panel.questions(); q++) {
      distributions.add(tally.question(q));
    }
    return distributions;
  }

  /**
   * Weights of the rows for one question: 0 without a valid cell, shared by the valid repeats of a
   * subject, and by the valid subjects of a story where every story counts once.
   */
  public static double[] cellWeights(Panel panel, RowWeights weights, int question) {
    int[] repeats = validRepeats(panel, question);
    double[] cells = new double[panel.size()];
    for (int row = 0; row < cells.length; row++) {
      if (panel.valid(row, question)) {
        double weight = weights.sharedByStory() ? 1 : weights.of(row);
        cells[row] = weight / repeats[panel.subjects().of(row)];
      }
    }
    if (weights.sharedByStory()) {
      shareByStory(panel, cells);
    }
    return cells;
  }

  private static void shareByStory(Panel panel, double[] cells) {
    double[] sums = new double[panel.clusters().size()];
    for (int row = 0; row < cells.length; row++) {
      sums[panel.clusters().of(row)] += cells[row];
    }
    for (int row = 0; row < cells.length; row++) {
      if (cells[row] > 0) {
        cells[row] /= sums[panel.clusters().of(row)];
      }
    }
  }

  private Distribution question(int question) {
    double[] cells = cellWeights(panel, weights, question);
    double[] shares = new double[panel.item(question).levels()];
    double total = 0;
    int n = 0;
    for (int row = 0; row < cells.length; row++) {
      if (cells[row] > 0) {
        shares[panel.cell(row, question)] += cells[row];
        total += cells[row];
        n++;
      }
    }
    if (n == 0) {
      return Distribution.absent(panel.item(question));
    }
    List<Double> list = new ArrayList<>();
    for (double share : shares) {
      list.add(share / total);
    }
    return new Distribution(panel.item(question), list, n, effective(cells));
  }

  private double effective(double[] cells) {
    Index clusters = panel.clusters();
    double[] sums = new double[clusters.size()];
    double total = 0;
    for (int row = 0; row < cells.length; row++) {
      sums[clusters.of(row)] += cells[row];
      total += cells[row];
    }
    double squares = 0;
    for (double sum : sums) {
      squares += sum * sum;
    }
    return total * total / squares;
  }

  private static int[] validRepeats(Panel panel, int question) {
    int[] repeats = new int[panel.subjects().size()];
    for (int row = 0; row < panel.size(); row++) {
      if (panel.valid(row, question)) {
        repeats[panel.subjects().of(row)]++;
      }
    }
    return repeats;
  }
}
