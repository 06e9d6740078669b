package dev.voxpop.analysis.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weighted sums over the rows of a {@link Design} that every pair of questions needs: Σω, Σωx, Σωx²
 * and Σωxy over the rows where both have a value.
 *
 * <p>Σ ω x xᵀ is accumulated densely, two columns and eight rows at a time with fused
 * multiply-adds, rows of weight 0 left out; missing cells hold 0 there, and what their rows add to
 * the other sums is taken away afterwards. Rows are added in order, so the same weights give the
 * same bits on any machine and thread. O(rows · questions²/2 + missing cells · questions).
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
   * Sums over many subsets of the rows.
   *
   * @param members for each iteration the rows of the design that belong to it, as bits
   */
  public static List<Products> ofSubsets(Design design, double[] weights, long[][] members) {
    double[][] sums = SubsetProducts.of(design, weights, members);
    List<Products> all = new ArrayList<>();
    for (int b = 0; b < members.length; b++) {
      Products products = of(design);
      int pair = 0;
      for (int i = 0; i <= products.ones; i++) {
        for (int j = i; j <= products.ones; j++) {
          products.dense[i][j] = sums[b][pair++];
        }
      }
      for (int row = 0; row < design.size(); row++) {
        if (design.missing(row).length > 0 && (members[b][row >> 6] >>> row & 1) == 1) {
          products.take(design, row, weights[row]);
        }
      }
      all.add(products);
    }
    return all;
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
    double[] nothing = new double[design.width()];
    double[][] rows = new double[TOGETHER][];
    double[] scale = new double[TOGETHER];
    for (int first = 0; first < used.length; first += TOGETHER) {
      for (int k = 0; k < TOGETHER; k++) {
        boolean there = first + k < used.length;
        rows[k] = there ? design.row(used[first + k]) : nothing;
        scale[k] = there ? weights[used[first + k]] : 0;
      }
      for (int i = 0; i <= ones; i += 2) {
        addPair(dense, rows, scale, i);
      }
    }
  }

  /**
   * Numeric kernel: two rows of the triangle, eight rows of data; the loop becomes vector code. The
   * width is a multiple of eight, so there is always a second row.
   */
  private static void addPair(double[][] dense, double[][] rows, double[] scale, int i) {
    double[] x0 = rows[0];
    double[] x1 = rows[1];
    double[] x2 = rows[2];
    double[] x3 = rows[3];
    double[] x4 = rows[4];
    double[] x5 = rows[5];
    double[] x6 = rows[6];
    double[] x7 = rows[7];
    double a0 = scale[0] * x0[i];
    double a1 = scale[1] * x1[i];
    double a2 = scale[2] * x2[i];
    double a3 = scale[3] * x3[i];
    double a4 = scale[4] * x4[i];
    double a5 = scale[5] * x5[i];
    double a6 = scale[6] * x6[i];
    double a7 = scale[7] * x7[i];
    double b0 = scale[0] * x0[i + 1];
    double b1 = scale[1] * x1[i + 1];
    double b2 = scale[2] * x2[i + 1];
    double b3 = scale[3] * x3[i + 1];
    double b4 = scale[4] * x4[i + 1];
    double b5 = scale[5] * x5[i + 1];
    double b6 = scale[6] * x6[i + 1];
    double b7 = scale[7] * x7[i + 1];
    double[] sumA = dense[i];
    double[] sumB = dense[i + 1];
    for (int j = i; j < sumA.length; j++) {
      double a = Math.fma(a0, x0[j], Math.fma(a1, x1[j], Math.fma(a2, x2[j], a3 * x3[j])));
      double b = Math.fma(b0, x0[j], Math.fma(b1, x1[j], Math.fma(b2, x2[j], b3 * x3[j])));
      sumA[j] +=
          Math.fma(a4, x4[j], Math.fma(a5, x5[j], Math.fma(a6, x6[j], Math.fma(a7, x7[j], a))));
      sumB[j] +=
          Math.fma(b4, x4[j], Math.fma(b5, x5[j], Math.fma(b6, x6[j], Math.fma(b7, x7[j], b))));
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
