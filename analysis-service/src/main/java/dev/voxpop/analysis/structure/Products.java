package dev.voxpop.analysis.structure;

import java.util.Arrays;

/**
 * Weighted sums of products of the columns of a {@link Design}: Σ ω x xᵀ, upper triangle.
 *
 * <p>Rows are added in order, eight at a time with plain multiplications and additions, rows of
 * weight 0 left out: the same weights give the same bits on any machine and thread. O(rows ·
 * width²/2).
 */
public final class Products {

  private static final int TOGETHER = 8;

  private final double[][] sums;

  private Products(double[][] sums) {
    this.sums = sums;
  }

  /** Sums over all rows with these weights, one a row of the design. */
  public static Products of(Design design, double[] weights) {
    int[] used = new int[weights.length];
    int count = 0;
    for (int row = 0; row < weights.length; row++) {
      if (weights[row] != 0) {
        used[count++] = row;
      }
    }
    return of(design, weights, Arrays.copyOf(used, count));
  }

  /** Sums over the listed rows only. */
  static Products of(Design design, double[] weights, int[] used) {
    double[][] sums = new double[design.width()][design.width()];
    double[] nothing = new double[design.width()];
    double[][] rows = new double[TOGETHER][];
    double[] scale = new double[TOGETHER];
    for (int first = 0; first < used.length; first += TOGETHER) {
      for (int k = 0; k < TOGETHER; k++) {
        boolean there = first + k < used.length;
        rows[k] = there ? design.row(used[first + k]) : nothing;
        scale[k] = there ? weights[used[first + k]] : 0;
      }
      add(design, sums, rows, scale);
    }
    return new Products(sums);
  }

  /** This minus another: what the rows outside the other contribute. */
  public Products minus(Products other) {
    double[][] rest = new double[sums.length][sums.length];
    for (int i = 0; i < sums.length; i++) {
      for (int j = i; j < sums.length; j++) {
        rest[i][j] = sums[i][j] - other.sums[i][j];
      }
    }
    return new Products(rest);
  }

  /** Sum of the products of two columns. */
  double of(int i, int j) {
    return i <= j ? sums[i][j] : sums[j][i];
  }

  private static void add(Design design, double[][] sums, double[][] rows, double[] scale) {
    for (int i = 0; i < sums.length; i++) {
      if (scaled(rows, scale, i)) {
        addRow(sums[i], design.from(i), rows, i, scale);
      }
    }
  }

  private static boolean scaled(double[][] rows, double[] scale, int i) {
    double any = 0;
    for (int k = 0; k < TOGETHER; k++) {
      any += Math.abs(rows[k][i] * scale[k]);
    }
    return any != 0;
  }

  /** Numeric kernel: one row of the triangle, eight rows of data; the loop becomes vector code. */
  private static void addRow(double[] sum, int from, double[][] rows, int i, double[] scale) {
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
    for (int j = from; j < sum.length; j++) {
      double even = (a0 * x0[j] + a1 * x1[j]) + (a2 * x2[j] + a3 * x3[j]);
      double odd = (a4 * x4[j] + a5 * x5[j]) + (a6 * x6[j] + a7 * x7[j]);
      sum[j] += even + odd;
    }
  }
}
