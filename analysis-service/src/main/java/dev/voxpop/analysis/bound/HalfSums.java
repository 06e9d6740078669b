package dev.voxpop.analysis.bound;

import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.panel.Panel;

/**
 * Weight of half 1 in every (question, option) cell, for 64 iterations at once.
 *
 * <p>Each person's 64 membership bits become a row of 64 masked weights, once a block; each cell
 * adds the rows of the people who chose it. Lanes are iterations, so the sums of an iteration do
 * not depend on its neighbours. O(people · questions) additions of 64 lanes a pass.
 */
final class HalfSums {

  static final int LANES = 64;

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

  /** Sums by cell and lane; membership holds one word of 64 iterations a person. */
  double[][] of(long[] membership) {
    double[][] sums = new double[lists.cells()][LANES];
    double[][] masked = new double[LevelLists.BLOCK][LANES];
    for (int block = 0; block < lists.blocks(); block++) {
      expand(membership, block * LevelLists.BLOCK, masked);
      for (int cell = 0; cell < sums.length; cell++) {
        addAll(sums[cell], masked, lists.people(block, cell));
      }
    }
    return sums;
  }

  /** 64 iterations' bits over people, turned into one word of 64 bits a person. */
  static long[] transpose(long[][] iterations, int people) {
    long[] membership = new long[people];
    long[] square = new long[LANES];
    for (int start = 0; start < people; start += Long.SIZE) {
      for (int lane = 0; lane < LANES; lane++) {
        square[lane] = lane < iterations.length ? iterations[lane][start >> 6] : 0;
      }
      transpose(square);
      System.arraycopy(square, 0, membership, start, Math.min(Long.SIZE, people - start));
    }
    return membership;
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

  private void expand(long[] membership, int start, double[][] masked) {
    int count = Math.min(LevelLists.BLOCK, panel.size() - start);
    for (int i = 0; i < count; i++) {
      long word = membership[start + i];
      double weight = weights.of(start + i);
      double[] row = masked[i];
      for (int lane = 0; lane < LANES; lane++) {
        row[lane] = (word >>> lane & 1) * weight;
      }
    }
  }

  private static void addAll(double[] sum, double[][] masked, int[] people) {
    int i = 0;
    for (; i + 7 < people.length; i += 8) {
      addEight(sum, masked, people, i);
    }
    for (; i < people.length; i++) {
      double[] row = masked[people[i]];
      for (int lane = 0; lane < LANES; lane++) {
        sum[lane] += row[lane];
      }
    }
  }

  private static void addEight(double[] sum, double[][] masked, int[] people, int i) {
    double[] a = masked[people[i]];
    double[] b = masked[people[i + 1]];
    double[] c = masked[people[i + 2]];
    double[] d = masked[people[i + 3]];
    double[] e = masked[people[i + 4]];
    double[] f = masked[people[i + 5]];
    double[] g = masked[people[i + 6]];
    double[] h = masked[people[i + 7]];
    for (int lane = 0; lane < LANES; lane++) {
      double even = (a[lane] + b[lane]) + (c[lane] + d[lane]);
      double odd = (e[lane] + f[lane]) + (g[lane] + h[lane]);
      sum[lane] += even + odd;
    }
  }
}
