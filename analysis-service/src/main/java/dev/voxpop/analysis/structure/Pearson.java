package dev.voxpop.analysis.structure;

import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.panel.Panel;
import java.util.Arrays;
import java.util.stream.IntStream;

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

  private static final double SUSPICIOUS = 1e-9;
  private static final int LEAST_ROWS = 3;

  private final Design design;
  private final Products products;
  private final double[] weights;
  private final double heaviest;

  private Pearson(Design design, Products products, double[] weights) {
    this.design = design;
    this.products = products;
    this.weights = weights;
    this.heaviest = Arrays.stream(weights).max().orElse(0);
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
    return new Pearson(design, products, weights).matrix();
  }

  /** The weights of the rows that a design of this panel has. */
  public static double[] select(Panel panel, RowWeights weights, Missing missing) {
    return missing == Missing.LISTWISE
        ? Arrays.stream(Design.completeRows(panel)).mapToDouble(weights::of).toArray()
        : weights.toArray();
  }

  private CorrelationMatrix matrix() {
    int size = design.questions();
    double[] cells = new double[size * size];
    for (int a = 0; a < size; a++) {
      for (int b = a; b < size; b++) {
        double r = correlation(a, b);
        cells[a * size + b] = r;
        cells[b * size + a] = r;
      }
    }
    int used = (int) Arrays.stream(weights).filter(weight -> weight > 0).count();
    return new CorrelationMatrix(size, cells, used);
  }

  private double correlation(int a, int b) {
    double total = products.of(design.presence(a), design.presence(b));
    double meanA = products.of(design.value(a), design.presence(b)) / total;
    double meanB = products.of(design.value(b), design.presence(a)) / total;
    double varA = square(a, b) / total - meanA * meanA;
    double varB = square(b, a) / total - meanB * meanB;
    boolean doubtful =
        !(total > (LEAST_ROWS - 1) * heaviest)
            || !(varA > SUSPICIOUS * design.largest(a) * design.largest(a))
            || !(varB > SUSPICIOUS * design.largest(b) * design.largest(b));
    if (doubtful && undefined(a, b)) {
      return Double.NaN;
    }
    if (a == b) {
      return 1;
    }
    double cov = products.of(design.value(a), design.value(b)) / total - meanA * meanB;
    return Math.clamp(cov / Math.sqrt(varA * varB), -1, 1);
  }

  private double square(int a, int other) {
    return design.complete()
        ? products.of(design.value(a), design.value(a))
        : products.of(design.square(a), design.presence(other));
  }

  private boolean undefined(int a, int b) {
    int[] rows =
        IntStream.range(0, design.size())
            .filter(row -> weights[row] > 0 && design.has(row, a) && design.has(row, b))
            .toArray();
    return rows.length < LEAST_ROWS || constant(rows, a) || constant(rows, b);
  }

  private boolean constant(int[] rows, int question) {
    int column = design.value(question);
    double first = design.row(rows[0])[column];
    return Arrays.stream(rows).allMatch(row -> design.row(row)[column] == first);
  }
}
