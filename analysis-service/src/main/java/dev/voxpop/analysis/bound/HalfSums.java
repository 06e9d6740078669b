package dev.voxpop.analysis.bound;

import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.panel.Panel;
import java.util.Arrays;

/**
 * Weight of half 1 in every (question, option) cell, for up to 256 iterations at once.
 *
 * <p>Each person's membership bits become a row of masked weights, once a block; each cell adds the
 * rows of the people who chose it, eight at a time. Rows lie in one array behind each other, so
 * that the sums become long loops of vector code. Lanes are iterations: the sums of an iteration do
 * not depend on its neighbours. O(people · questions) additions of all lanes a pass.
 */
final class HalfSums {

  static final int LANES = 256;

  private final Panel panel;
  private final RowWeights weights;
  private final LevelLists lists;

  HalfSums(Panel panel, RowWeights weights) {
    this.panel = panel;
    this.weights = weights;
    this.lists = LevelLists.of(panel);
  }

  LevelLists lists() {
    return lists;
  }

  /** Sums by cell and lane, of iterations given as bits over people. */
  double[][] of(long[][] iterations) {
    int lanes = iterations.length;
    double[][] sums = new double[lists.cells()][lanes];
    double[][] masked = new double[LevelLists.BLOCK][lanes];
    for (int block = 0; block < lists.blocks(); block++) {
      expand(iterations, block * LevelLists.BLOCK, masked);
      for (int cell = 0; cell < sums.length; cell++) {
        addAll(sums[cell], masked, lists.people(block, cell));
      }
    }
    return sums;
  }

  /** Masked weights of a block, one row a person. */
  private void expand(long[][] iterations, int start, double[][] masked) {
    int lanes = iterations.length;
    int end = Math.min(panel.size(), start + LevelLists.BLOCK);
    long[] square = new long[Long.SIZE];
    for (int word = start; word < end; word += Long.SIZE) {
      int people = Math.min(Long.SIZE, end - word);
      for (int first = 0; first < lanes; first += Long.SIZE) {
        int count = Math.min(Long.SIZE, lanes - first);
        Arrays.fill(square, 0);
        for (int lane = 0; lane < count; lane++) {
          square[lane] = iterations[first + lane][word >> 6];
        }
        transpose(square);
        for (int i = 0; i < people; i++) {
          double[] row = masked[word - start + i];
          for (int lane = 0; lane < count; lane++) {
            row[first + lane] = (square[i] >>> lane & 1) * weights.of(word + i);
          }
        }
      }
    }
  }

  /** Transposes 64 × 64 bits in place by swapping ever smaller blocks. */
  private static void transpose(long[] square) {
    long mask = 0x00000000FFFFFFFFL;
    for (int size = Long.SIZE / 2; size != 0; size >>= 1) {
      for (int k = 0; k < Long.SIZE; k = ((k | size) + 1) & ~size) {
        long swapped = ((square[k] >>> size) ^ square[k | size]) & mask;
        square[k | size] ^= swapped;
        square[k] ^= swapped << size;
      }
      mask ^= mask << (size >> 1);
    }
  }

  private static void addAll(double[] sum, double[][] masked, int[] people) {
    int i = 0;
    for (; i + 7 < people.length; i += 8) {
      addEight(sum, masked, people, i);
    }
    for (; i < people.length; i++) {
      double[] row = masked[people[i]];
      for (int lane = 0; lane < sum.length; lane++) {
        sum[lane] += row[lane];
      }
    }
  }

  /** Numeric kernel: eight people's rows into one sum. */
  private static void addEight(double[] sum, double[][] masked, int[] people, int i) {
    double[] a = masked[people[i]];
    double[] b = masked[people[i + 1]];
    double[] c = masked[people[i + 2]];
    double[] d = masked[people[i + 3]];
    double[] e = masked[people[i + 4]];
    double[] f = masked[people[i + 5]];
    double[] g = masked[people[i + 6]];
    double[] h = masked[people[i + 7]];
    for (int lane = 0; lane < sum.length; lane++) {
      double even = (a[lane] + b[lane]) + (c[lane] + d[lane]);
      double odd = (e[lane] + f[lane]) + (g[lane] + h[lane]);
      sum[lane] += even + odd;
    }
  }
}
