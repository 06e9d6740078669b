package dev.voxpop.matching.assignment;

import java.util.Arrays;

/**
 * The textbook O(n³) assignment on a dense matrix of whole numbers, as an oracle for small sizes.
 */
final class Hungarian {

  private Hungarian() {}

  /**
   * Returns the largest total with at most one row per column and column per row; rows ≤ columns.
   */
  static long best(long[][] gains) {
    int rows = gains.length;
    int columns = gains[0].length;
    long[] u = new long[rows + 1];
    long[] v = new long[columns + 1];
    int[] rowOf = new int[columns + 1];
    int[] way = new int[columns + 1];
    for (int i = 1; i <= rows; i++) {
      rowOf[0] = i;
      int column = 0;
      long[] least = new long[columns + 1];
      boolean[] used = new boolean[columns + 1];
      Arrays.fill(least, Long.MAX_VALUE);
      do {
        used[column] = true;
        int row = rowOf[column];
        int next = 0;
        long delta = Long.MAX_VALUE;
        for (int j = 1; j <= columns; j++) {
          if (!used[j]) {
            long reduced = -gains[row - 1][j - 1] - u[row] - v[j];
            if (reduced < least[j]) {
              least[j] = reduced;
              way[j] = column;
            }
            if (least[j] < delta) {
              delta = least[j];
              next = j;
            }
          }
        }
        for (int j = 0; j <= columns; j++) {
          if (used[j]) {
            u[rowOf[j]] += delta;
            v[j] -= delta;
          } else {
            least[j] -= delta;
          }
        }
        column = next;
      } while (rowOf[column] != 0);
      do {
        int before = way[column];
        rowOf[column] = rowOf[before];
        column = before;
      } while (column != 0);
    }
    long total = 0;
    for (int j = 1; j <= columns; j++) {
      total += rowOf[j] == 0 ? 0 : gains[rowOf[j] - 1][j - 1];
    }
    return total;
  }
}
