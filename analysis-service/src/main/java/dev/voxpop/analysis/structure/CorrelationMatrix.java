package dev.voxpop.analysis.structure;

import java.util.stream.IntStream;

/** A symmetric matrix of correlations between questions, some of which may be undefined (NaN). */
public final class CorrelationMatrix {

  private final int size;
  private final double[] cells;
  private final int rowsUsed;

  CorrelationMatrix(int size, double[] cells, int rowsUsed) {
    this.size = size;
    this.cells = cells;
    this.rowsUsed = rowsUsed;
  }

  /** A matrix from its upper triangle, row by row without the diagonal, which is 1. */
  public static CorrelationMatrix ofOffDiagonal(int size, double... upper) {
    double[] cells = new double[size * size];
    int next = 0;
    for (int a = 0; a < size; a++) {
      cells[a * size + a] = 1;
      for (int b = a + 1; b < size; b++) {
        cells[a * size + b] = upper[next];
        cells[b * size + a] = upper[next++];
      }
    }
    return new CorrelationMatrix(size, cells, 0);
  }

  /** Number of questions. */
  public int size() {
    return size;
  }

  /** Correlation of two questions; NaN when undefined. */
  public double get(int a, int b) {
    return cells[a * size + b];
  }

  /** Rows of positive weight that could enter: all for pairwise, the complete ones for listwise. */
  public int rowsUsed() {
    return rowsUsed;
  }

  /** Whether every cell is defined. */
  public boolean complete() {
    return IntStream.range(0, cells.length).noneMatch(i -> Double.isNaN(cells[i]));
  }
}
