package dev.voxpop.analysis.structure;

import java.util.Arrays;

/**
 * Weighted sums over the rows of a {@link Design} that every pair of questions needs: Σω, Σωx, Σωx²
 * and Σωxy over the rows where both have a value.
 *
 * <p>Σ ω x xᵀ is accumulated densely, eight rows at a time with fused multiply-adds, rows of weight
 * 0 left out; missing cells hold 0 there, and what their rows add to the other sums is taken away
 * afterwards. Rows are added in order, so the same weights give the same bits on any machine and
 * thread. O(rows · questions²/2 + missing cells · questions).
 */
public final class Products {

  private static final int TOGETHER = 8;

  private final int ones;
  private final double[][] dense;
  private final double[][] lostWeight;
  private final double[][] lostSum;
  private final double[][] lostSquare;

  private Products(int questions, int width, int incomplete) {
    ones = questions;
    dense = new double[width][width];
    lostWeight = new double[incomplete][incomplete];
    lostSum = new double[incomplete][incomplete];
    lostSquare = new double[incomplete][incomplete];
  }

  private static Products of(Design design) {
    int questions = design.questions();
    return new Products(questions, design.width(), design.complete() ? 0 : questions);
  }

  /** Sums over all rows with these weights, one a row of the design. */
  public static Products of(Design design, double[] weights) {
    Products products = of(design);
    int[] used = new int[weights.length];
    int count = 0;
    for (int row = 0; row < weights.length; row++) {
      if (weights[row] != 0) {
        used[count++] = row;
        products.take(design, row, weights[row]);
      }
    }
    products.add(design, weights, Arrays.copyOf(used, count));
    return products;
  }

  /**
   * Sums over a subset of the rows.
   *
   * @param pairs what {@link SubsetSums} says about the subset
   * @param members the rows of the design that belong to it, as bits
   */
  static Products ofSubset(Design design, double[] weights, double[] pairs, long[] members) {
    Products products = of(design);
    int pair = 0;
    for (int i = 0; i <= products.ones; i++) {
      for (int j = i; j <= products.ones; j++) {
        products.dense[i][j] = pairs[pair++];
      }
    }
    for (int row = 0; row < design.size(); row++) {
      if (design.missing(row).length > 0 && (members[row >> 6] >>> row & 1) == 1) {
        products.take(design, row, weights[row]);
      }
    }
    return products;
  }

  /** This minus another: what the rows outside the other contribute. */
  public Products minus(Products other) {
    Products rest = new Products(ones, dense.length, lostWeight.length);
    subtract(dense, other.dense, rest.dense);
    subtract(lostWeight, other.lostWeight, rest.lostWeight);
    subtract(lostSum, other.lostSum, rest.lostSum);
    subtract(lostSquare, other.lostSquare, rest.lostSquare);
    return rest;
  }

  /** The upper triangle row by row, the column of ones being the last. */
  double[] pairs() {
    double[] pairs = new double[(ones + 1) * (ones + 2) / 2];
    int pair = 0;
    for (int i = 0; i <= ones; i++) {
      for (int j = i; j <= ones; j++) {
        pairs[pair++] = dense[i][j];
      }
    }
    return pairs;
  }

  /** Σω over the rows where both questions have a value. */
  double weight(int a, int b) {
    if (lostWeight.length == 0) {
      return dense[ones][ones];
    }
    double both = lostWeight[Math.min(a, b)][Math.max(a, b)];
    return a == b
        ? dense[ones][ones] - lostWeight[a][a]
        : dense[ones][ones] - lostWeight[a][a] - lostWeight[b][b] + both;
  }

  /** Σω x_a over the rows where question b has a value too. */
  double sum(int a, int b) {
    return lostSum.length == 0 ? dense[a][ones] : dense[a][ones] - lostSum[b][a];
  }

  /** Σω x_a² over the rows where question b has a value too. */
  double square(int a, int b) {
    return lostSquare.length == 0 ? dense[a][a] : dense[a][a] - lostSquare[b][a];
  }

  /** Σω x_a x_b. */
  double cross(int a, int b) {
    return dense[Math.min(a, b)][Math.max(a, b)];
  }

  /** Notes what the sums over all rows hold too much for the questions this row lacks. */
  private void take(Design design, int row, double weight) {
    double[] values = design.row(row);
    int[] missing = design.missing(row);
    for (int i = 0; i < missing.length; i++) {
      int b = missing[i];
      for (int j = i; j < missing.length; j++) {
        lostWeight[b][missing[j]] += weight;
      }
      double[] sums = lostSum[b];
      double[] squares = lostSquare[b];
      for (int a = 0; a < sums.length; a++) {
        double weighted = weight * values[a];
        sums[a] += weighted;
        squares[a] += weighted * values[a];
      }
    }
  }

  private void add(Design design, double[] weights, int[] used) {
    double[] columns = new double[(ones + 1) * TOGETHER];
    double[] scale = new double[TOGETHER];
    for (int first = 0; first < used.length; first += TOGETHER) {
      Arrays.fill(scale, 0);
      for (int k = 0; k < TOGETHER && first + k < used.length; k++) {
        double[] row = design.row(used[first + k]);
        scale[k] = weights[used[first + k]];
        for (int i = 0; i <= ones; i++) {
          columns[i * TOGETHER + k] = row[i];
        }
      }
      for (int i = 0; i <= ones; i++) {
        addLine(dense[i], columns, scale, i);
      }
    }
  }

  /**
   * Numeric kernel: one row of the triangle, eight rows of data, which lie side by side by column.
   */
  private static void addLine(double[] sums, double[] x, double[] scale, int i) {
    int own = i * TOGETHER;
    double a0 = scale[0] * x[own];
    double a1 = scale[1] * x[own + 1];
    double a2 = scale[2] * x[own + 2];
    double a3 = scale[3] * x[own + 3];
    double a4 = scale[4] * x[own + 4];
    double a5 = scale[5] * x[own + 5];
    double a6 = scale[6] * x[own + 6];
    double a7 = scale[7] * x[own + 7];
    int columns = x.length / TOGETHER;
    for (int j = i; j < columns; j++) {
      int p = j * TOGETHER;
      double low = Math.fma(a2, x[p + 2], a3 * x[p + 3]);
      low = Math.fma(a0, x[p], Math.fma(a1, x[p + 1], low));
      double high = Math.fma(a6, x[p + 6], Math.fma(a7, x[p + 7], low));
      sums[j] += Math.fma(a4, x[p + 4], Math.fma(a5, x[p + 5], high));
    }
  }

  private static void subtract(double[][] from, double[][] what, double[][] rest) {
    for (int i = 0; i < rest.length; i++) {
      for (int j = 0; j < rest[i].length; j++) {
        rest[i][j] = from[i][j] - what[i][j];
      }
    }
  }
}
