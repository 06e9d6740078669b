package dev.voxpop.analysis.structure;

import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.panel.Panel;
import java.util.Arrays;

/**
 * Covariances between questions with an unbiased divisor.
 *
 * <p>Σω(x − x̄)(y − ȳ) / (Σω − Σω²/Σω); with unit weights the divisor is n − 1. A variance is
 * undefined (NaN) for a question that is constant over the rows of positive weight, or has fewer
 * than two of them.
 */
public final class Covariance {

  private final int size;
  private final double[] cells;

  private Covariance(int size, double[] cells) {
    this.size = size;
    this.cells = cells;
  }

  /** Every row counts once. */
  public static Covariance unweighted(Panel panel, Missing missing) {
    return weighted(panel, RowWeights.equal(panel), missing);
  }

  /** Rows count by weight. */
  public static Covariance weighted(Panel panel, RowWeights weights, Missing missing) {
    return of(Design.of(panel, missing), Pearson.select(panel, weights, missing));
  }

  /** Covariances from sums whose weights are frequencies: divisor Σω − 1. */
  public static Covariance ofFrequencies(Design design, Products products, double[] weights) {
    double[] cells = new double[design.questions() * design.questions()];
    for (int a = 0; a < design.questions(); a++) {
      for (int b = 0; b < design.questions(); b++) {
        Pair pair = Pair.of(a, b);
        double total = products.weight(a, b);
        cells[a * design.questions() + b] = centred(products, pair, total) / (total - 1);
      }
      if (constant(design, weights, a)) {
        cells[a * design.questions() + a] = Double.NaN;
      }
    }
    return new Covariance(design.questions(), cells);
  }

  /** Covariances over a prepared design. */
  public static Covariance of(Design design, double[] weights) {
    Products products = Products.of(design, weights);
    double[] squared = Arrays.stream(weights).map(weight -> weight * weight).toArray();
    boolean unit = Arrays.equals(squared, weights);
    Products squares = unit ? products : Products.of(design, squared);
    int size = design.questions();
    double[] cells = new double[size * size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        cells[a * size + b] = cell(products, squares, Pair.of(a, b));
      }
      if (constant(design, weights, a)) {
        cells[a * size + a] = Double.NaN;
      }
    }
    return new Covariance(size, cells);
  }

  /** Number of questions. */
  public int size() {
    return size;
  }

  /** Covariance of two questions. */
  public double get(int a, int b) {
    return cells[a * size + b];
  }

  private record Pair(int a, int b) {
    static Pair of(int a, int b) {
      return new Pair(Math.min(a, b), Math.max(a, b));
    }
  }

  private static double cell(Products products, Products squares, Pair pair) {
    double total = products.weight(pair.a, pair.b);
    double divisor = total - squares.weight(pair.a, pair.b) / total;
    return centred(products, pair, total) / divisor;
  }

  private static double centred(Products products, Pair pair, double total) {
    if (pair.a == pair.b) {
      double sum = products.sum(pair.a, pair.a);
      return products.square(pair.a, pair.a) - sum * sum / total;
    }
    double sumA = products.sum(pair.a, pair.b);
    double sumB = products.sum(pair.b, pair.a);
    return products.cross(pair.a, pair.b) - sumA * sumB / total;
  }

  private static boolean constant(Design design, double[] weights, int question) {
    int first = -1;
    for (int row = 0; row < design.size() && !design.constant(question); row++) {
      if (weights[row] > 0 && design.has(row, question)) {
        first = first < 0 ? row : first;
        if (design.row(row)[question] != design.row(first)[question]) {
          return false;
        }
      }
    }
    return true;
  }
}
