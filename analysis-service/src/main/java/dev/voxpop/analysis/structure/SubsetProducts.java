package dev.voxpop.analysis.structure;

import java.util.Arrays;

/**
 * Σ ω x xᵀ over many subsets of the same rows at once, by tables of subset sums.
 *
 * <p>Rows are taken six at a time: the products of all 64 subsets of six rows are added up once,
 * and each iteration looks up the sum of its own subset, so that an iteration costs one addition
 * for six rows instead of one multiplication a row (the method of four Russians). Four tables are
 * looked up together, over chunks of 64 pairs of columns, so that tables and sums stay in the
 * cache. Sums of an iteration are added in order of rows and do not depend on its neighbours.
 * O(pairs · rows · (64 + iterations) / 6).
 *
 * <p>V. L. Arlazarov, E. A. Dinic, M. A. Kronrod, I. A. Faradžev, On economical construction of the
 * transitive closure of a directed graph, 1970.
 */
final class SubsetProducts implements SubsetSums {

  private static final int GROUP = 6;
  private static final int SUBSETS = 1 << GROUP;
  private static final int TABLES = 4;
  private static final int BLOCK = GROUP * TABLES;
  private static final int CHUNK = 64;

  private final Design design;
  private final double[] weights;
  private final int[] first;
  private final int[] second;

  SubsetProducts(Design design, double[] weights) {
    this.design = design;
    this.weights = weights;
    int columns = design.questions() + 1;
    int pairs = columns * (columns + 1) / 2;
    this.first = new int[pairs];
    this.second = new int[pairs];
    int pair = 0;
    for (int a = 0; a < columns; a++) {
      for (int b = a; b < columns; b++) {
        first[pair] = a;
        second[pair++] = b;
      }
    }
  }

  @Override
  public double[][] sums(long[][] members) {
    double[][] sums = new double[members.length][first.length];
    int[][] masks = masks(members);
    double[][] chunkSums = new double[members.length][CHUNK];
    double[][][] tables = new double[TABLES][SUBSETS][CHUNK];
    for (int start = 0; start < first.length; start += CHUNK) {
      for (double[] sum : chunkSums) {
        Arrays.fill(sum, 0);
      }
      for (int block = 0; block < masks.length; block++) {
        for (int table = 0; table < TABLES; table++) {
          fill(tables[table], start, block * BLOCK + table * GROUP);
        }
        add(chunkSums, tables, masks[block]);
      }
      int length = Math.min(CHUNK, first.length - start);
      for (int b = 0; b < sums.length; b++) {
        System.arraycopy(chunkSums[b], 0, sums[b], start, length);
      }
    }
    return sums;
  }

  /** Membership of 24 rows in one number, by block of rows and iteration. */
  private int[][] masks(long[][] members) {
    int[][] masks = new int[(design.size() + BLOCK - 1) / BLOCK][members.length];
    for (int b = 0; b < members.length; b++) {
      for (int row = 0; row < design.size(); row++) {
        long bit = members[b][row >> 6] >>> row & 1;
        masks[row / BLOCK][b] |= (int) bit << (row % BLOCK);
      }
    }
    return masks;
  }

  /** Sums of all subsets of the six rows from {@code row} on, for one chunk of pairs. */
  private void fill(double[][] table, int start, int row) {
    for (int r = 0; r < GROUP; r++) {
      double[] single = table[1 << r];
      if (row + r < design.size()) {
        products(single, start, row + r);
      } else {
        Arrays.fill(single, 0);
      }
    }
    for (int subset = 3; subset < SUBSETS; subset++) {
      int rest = subset & (subset - 1);
      if (rest != 0) {
        plus(table[subset], table[rest], table[subset ^ rest]);
      }
    }
  }

  private void products(double[] single, int start, int row) {
    double[] values = design.row(row);
    int length = Math.min(CHUNK, first.length - start);
    for (int i = 0; i < length; i++) {
      single[i] = weights[row] * values[first[start + i]] * values[second[start + i]];
    }
  }

  private static void plus(double[] sum, double[] a, double[] b) {
    for (int i = 0; i < CHUNK; i++) {
      sum[i] = a[i] + b[i];
    }
  }

  private static void add(double[][] sums, double[][][] tables, int[] masks) {
    for (int b = 0; b < sums.length; b++) {
      int mask = masks[b];
      addFour(
          sums[b],
          tables[0][mask & (SUBSETS - 1)],
          tables[1][(mask >>> GROUP) & (SUBSETS - 1)],
          tables[2][(mask >>> (2 * GROUP)) & (SUBSETS - 1)],
          tables[3][mask >>> (3 * GROUP)]);
    }
  }

  /** Numeric kernel: five rows are its data. */
  private static void addFour(double[] sum, double[] a, double[] b, double[] c, double[] d) {
    for (int i = 0; i < CHUNK; i++) {
      sum[i] += (a[i] + b[i]) + (c[i] + d[i]);
    }
  }
}
