package dev.voxpop.analysis.structure;

import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.panel.Panel;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Weighted Pearson correlations of all pairs of questions.
 *
 * <p>r = cov(a, b) / √(cov(a, a) · cov(b, b)) with weighted means and covariances over the rows
 * that the treatment of missing cells admits; the divisor cancels. Undefined (NaN) when a question
 * is constant over the rows of positive weight, or fewer than three such rows exist; both are
 * decided on the data, not on a rounded variance. Equal to R's {@code cov.wt(cor = TRUE)} for
 * complete rows and to pandas' {@code DataFrame.corr} for unweighted pairs.
 */
public final class Pearson {

  /** A variance below this share of the largest square is looked at in the data. */
  static final double SUSPICIOUS = 1e-9;

  static final int LEAST_ROWS = 3;

  private final Design design;
  private final Products products;
  private final IntToDoubleFunction weights;
  private final double heaviest;

  private Pearson(Design design, Products products, IntToDoubleFunction weights, double heaviest) {
    this.design = design;
    this.products = products;
    this.weights = weights;
    this.heaviest = heaviest;
  }

  /** Correlations of a panel. */
  public static CorrelationMatrix of(Panel panel, RowWeights weights, Missing missing) {
    Design design = Design.of(panel, missing);
    return of(design, select(panel, weights, missing));
  }

  /** Correlations over a prepared design with one weight a row. */
  public static CorrelationMatrix of(Design design, double[] weights) {
    return of(design, Products.of(design, weights), weights);
  }

  /** Correlations from sums that were made with these weights. */
  public static CorrelationMatrix of(Design design, Products products, double[] weights) {
    double heaviest = 0;
    int used = 0;
    for (double weight : weights) {
      heaviest = Math.max(heaviest, weight);
      used += weight > 0 ? 1 : 0;
    }
    return new Pearson(design, products, row -> weights[row], heaviest).matrix(used);
  }

  /**
   * Correlations from sums over some of the rows; the matrix does not count its rows.
   *
   * @param weights weight of a row, 0 for rows outside
   * @param heaviest no weight is larger
   */
  static CorrelationMatrix ofSubset(
      Design design, Products products, IntToDoubleFunction weights, double heaviest) {
    return new Pearson(design, products, weights, heaviest).matrix(0);
  }

  /** The weights of the rows that a design of this panel has. */
  public static double[] select(Panel panel, RowWeights weights, Missing missing) {
    return missing == Missing.LISTWISE
        ? Arrays.stream(Design.completeRows(panel)).mapToDouble(weights::of).toArray()
        : weights.toArray();
  }

  private CorrelationMatrix matrix(int used) {
    int size = design.questions();
    double[] cells = new double[size * size];
    double[] deviations = design.complete() ? deviations() : new double[0];
    for (int a = 0; a < size; a++) {
      for (int b = a; b < size; b++) {
        double r = design.complete() ? correlation(a, b, deviations) : correlation(a, b);
        cells[a * size + b] = r;
        cells[b * size + a] = r;
      }
    }
    return new CorrelationMatrix(size, cells, used);
  }

  /** Standard deviations of all questions when all pairs have the same rows; NaN if undefined. */
  private double[] deviations() {
    double[] deviations = new double[design.questions()];
    for (int a = 0; a < deviations.length; a++) {
      double total = products.weight(a, a);
      double mean = products.sum(a, a) / total;
      double variance = products.square(a, a) / total - mean * mean;
      boolean undefined = doubtful(a, total, variance) && undefined(a, a);
      deviations[a] = undefined ? Double.NaN : Math.sqrt(variance);
    }
    return deviations;
  }

  private double correlation(int a, int b, double[] deviations) {
    double scale = deviations[a] * deviations[b];
    if (a == b) {
      return Double.isNaN(scale) ? Double.NaN : 1;
    }
    double total = products.weight(a, b);
    double cov = products.cross(a, b) - products.sum(a, b) * products.sum(b, a) / total;
    return Math.clamp(cov / (total * scale), -1, 1);
  }

  private double correlation(int a, int b) {
    double total = products.weight(a, b);
    double meanA = products.sum(a, b) / total;
    double meanB = products.sum(b, a) / total;
    double varA = products.square(a, b) / total - meanA * meanA;
    double varB = products.square(b, a) / total - meanB * meanB;
    boolean doubtful = doubtful(a, total, varA) || doubtful(b, total, varB);
    if (doubtful && undefined(a, b)) {
      return Double.NaN;
    }
    if (a == b) {
      return 1;
    }
    double cov = products.cross(a, b) / total - meanA * meanB;
    return Math.clamp(cov / Math.sqrt(varA * varB), -1, 1);
  }

  /** Whether a sum or variance is so small that the data must decide. */
  private boolean doubtful(int question, double total, double variance) {
    double scale = design.largest(question) * design.largest(question);
    return !(total > (LEAST_ROWS - 1) * heaviest) || !(variance > SUSPICIOUS * scale);
  }

  /** Looks at rows until there are enough of them and both questions have varied. */
  private boolean undefined(int a, int b) {
    if (design.constant(a) || design.constant(b)) {
      return true;
    }
    int rows = 0;
    double[] first = {};
    boolean variesA = false;
    boolean variesB = false;
    for (int row = 0; row < design.size(); row++) {
      if (weights.applyAsDouble(row) > 0 && design.has(row, a) && design.has(row, b)) {
        double[] values = design.row(row);
        first = rows++ == 0 ? values : first;
        variesA |= values[a] != first[a];
        variesB |= values[b] != first[b];
        if (variesA && variesB && rows >= LEAST_ROWS) {
          return false;
        }
      }
    }
    return true;
  }
}
