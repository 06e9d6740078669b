package dev.voxpop.analysis.structure;

import java.util.Arrays;
import java.util.Optional;

/**
 * Σ ω x xᵀ over many subsets of the same rows at once, for whole values and weights: four sums a
 * word.
 *
 * <p>Rows are taken in blocks of eight times six. For each six rows a table holds the sum of each
 * of the 64 subsets, and each iteration looks up its own (the method of four Russians). A word
 * holds four products in fields of 16 bits, as the sum Σ v_f · 2^(16 f) of signed numbers; eight
 * words of eight tables are added in registers, and a block ends before a field can overflow. Then
 * the sums, made positive by a bias, go to fields of 32 bits. All sums are exact. O(pairs · rows ·
 * (64 + iterations) / 24).
 *
 * <p>V. L. Arlazarov, E. A. Dinic, M. A. Kronrod, I. A. Faradžev, On economical construction of the
 * transitive closure of a directed graph, 1970.
 */
final class PackedProducts implements SubsetSums {

  private static final int GROUP = 6;
  private static final int SUBSETS = 1 << GROUP;
  private static final int TABLES = 8;
  private static final int WORDS = 8;
  private static final long BIAS = 0x8000_8000_8000_8000L;
  private static final long EVEN = 0x0000_FFFF_0000_FFFFL;

  private final PackedRows rows;

  private PackedProducts(PackedRows rows) {
    this.rows = rows;
  }

  /** Sums over subsets of these rows; empty when values or weights are not whole and small. */
  static Optional<PackedProducts> of(Design design, double[] weights) {
    return PackedRows.of(design, weights).map(PackedProducts::new);
  }

  @Override
  public double[][] sums(long[][] members) {
    int columns = rows.columns();
    double[][] sums = new double[members.length][columns * (columns + 1) / 2];
    long[][] masks = masks(members);
    long[] tables = new long[TABLES * SUBSETS * WORDS];
    long[] wide = new long[members.length * 2 * WORDS];
    for (int chunk = 0; chunk < rows.words(); chunk += WORDS) {
      Arrays.fill(wide, 0);
      for (int block = 0; block < masks.length; block++) {
        fill(tables, chunk, rows.start(block), rows.start(block + 1));
        for (int b = 0; b < members.length; b++) {
          add(tables, masks[block][b], wide, b * 2 * WORDS);
        }
      }
      for (int b = 0; b < members.length; b++) {
        unpack(wide, b * 2 * WORDS, chunk, sums[b]);
      }
    }
    return sums;
  }

  /** Membership of the rows of a block in one number, by block and iteration. */
  private long[][] masks(long[][] members) {
    long[][] masks = new long[rows.blocks()][members.length];
    for (int block = 0; block < masks.length; block++) {
      int start = rows.start(block);
      int word = start >> 6;
      long used = -1L >>> (Long.SIZE - (rows.start(block + 1) - start));
      for (int b = 0; b < members.length; b++) {
        long bits = members[b][word] >>> start;
        if (start + PackedRows.BLOCK > (word + 1) * Long.SIZE && word + 1 < members[b].length) {
          bits |= members[b][word + 1] << -start;
        }
        masks[block][b] = bits & used;
      }
    }
    return masks;
  }

  /** Sums of all subsets of each six rows of a block, for one chunk of words. */
  private void fill(long[] tables, int chunk, int from, int to) {
    for (int table = 0; table < TABLES; table++) {
      int start = table * SUBSETS * WORDS;
      for (int r = 0; r < GROUP; r++) {
        int row = from + table * GROUP + r;
        int single = start + (WORDS << r);
        for (int word = 0; word < WORDS; word++) {
          boolean used = row < to && chunk + word < rows.words();
          tables[single + word] = used ? rows.product(row, chunk + word) : 0;
        }
        addToEach(tables, start, single);
      }
    }
  }

  /** Numeric kernel: adds one row to the sums of all subsets of the rows before it. */
  private static void addToEach(long[] tables, int start, int single) {
    long a = tables[single];
    long b = tables[single + 1];
    long c = tables[single + 2];
    long d = tables[single + 3];
    long e = tables[single + 4];
    long f = tables[single + 5];
    long g = tables[single + 6];
    long h = tables[single + 7];
    int to = single - start;
    for (int from = start + WORDS; from < single; from += WORDS) {
      int at = from + to;
      tables[at] = tables[from] + a;
      tables[at + 1] = tables[from + 1] + b;
      tables[at + 2] = tables[from + 2] + c;
      tables[at + 3] = tables[from + 3] + d;
      tables[at + 4] = tables[from + 4] + e;
      tables[at + 5] = tables[from + 5] + f;
      tables[at + 6] = tables[from + 6] + g;
      tables[at + 7] = tables[from + 7] + h;
    }
  }

  /** Numeric kernel: one subset of a block, eight words from eight tables. */
  private static void add(long[] tables, long mask, long[] wide, int at) {
    long a = BIAS;
    long b = BIAS;
    long c = BIAS;
    long d = BIAS;
    long e = BIAS;
    long f = BIAS;
    long g = BIAS;
    long h = BIAS;
    long rest = mask;
    for (int table = 0; table < TABLES; table++) {
      int entry = (table * SUBSETS + ((int) rest & (SUBSETS - 1))) * WORDS;
      rest >>>= GROUP;
      a += tables[entry];
      b += tables[entry + 1];
      c += tables[entry + 2];
      d += tables[entry + 3];
      e += tables[entry + 4];
      f += tables[entry + 5];
      g += tables[entry + 6];
      h += tables[entry + 7];
    }
    widen(a, wide, at);
    widen(b, wide, at + 2);
    widen(c, wide, at + 4);
    widen(d, wide, at + 6);
    widen(e, wide, at + 8);
    widen(f, wide, at + 10);
    widen(g, wide, at + 12);
    widen(h, wide, at + 14);
  }

  private static void widen(long fields, long[] wide, int at) {
    wide[at] += fields & EVEN;
    wide[at + 1] += fields >>> PackedRows.BITS & EVEN;
  }

  private void unpack(long[] wide, int at, int chunk, double[] sums) {
    long bias = (long) rows.blocks() << (PackedRows.BITS - 1);
    for (int word = 0; word < WORDS && chunk + word < rows.words(); word++) {
      int a = rows.first(chunk + word);
      int b = rows.second(chunk + word);
      int pair = a * rows.columns() - a * (a - 1) / 2 - a + b;
      for (int f = 0; f < PackedRows.FIELDS && b + f < rows.columns(); f++) {
        long pairOfFields = wide[at + 2 * word + (f & 1)];
        sums[pair + f] = (pairOfFields >>> ((f >> 1) * Integer.SIZE) & 0xFFFF_FFFFL) - bias;
      }
    }
  }
}
