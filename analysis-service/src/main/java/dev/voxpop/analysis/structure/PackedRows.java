package dev.voxpop.analysis.structure;

import java.util.Arrays;
import java.util.Optional;

/**
 * Rows of whole values and whole weights, whose products come four a word.
 *
 * <p>A word holds the products of one column with four neighbouring columns as Σ v_f · 2^(16 f) of
 * signed numbers. Rows are parted into blocks of at most 48 whose products cannot overflow 16 bits,
 * whatever subset of a block is added up.
 */
final class PackedRows {

  /** Products in a word. */
  static final int FIELDS = 4;

  /** Bits of a field. */
  static final int BITS = 16;

  /** Most rows of a block. */
  static final int BLOCK = 48;

  private static final long LARGEST = (1 << (BITS - 1)) - 1;

  /** Blocks of fewer rows cost more than they save. */
  private static final int LEAST_BLOCK = 12;

  private static final int MOST_BLOCKS = 1 << 15;

  private final int columns;
  private final int[] blocks;
  private final long[] scaled;
  private final long[] packed;
  private final int[] first;
  private final int[] second;

  private PackedRows(Design design, double[] weights, int[] blocks) {
    this.columns = design.questions() + 1;
    this.blocks = blocks;
    this.scaled = new long[design.size() * columns];
    this.packed = new long[design.size() * columns];
    for (int row = 0; row < design.size(); row++) {
      pack(design.row(row), weights[row], row * columns);
    }
    int words = 0;
    for (int q = 0; q < columns; q++) {
      words += (columns - q + FIELDS - 1) / FIELDS;
    }
    this.first = new int[words];
    this.second = new int[words];
    int word = 0;
    for (int a = 0; a < columns; a++) {
      for (int b = a; b < columns; b += FIELDS) {
        first[word] = a;
        second[word++] = b;
      }
    }
  }

  /** Packed rows of a design; empty when values or weights are not whole and small. */
  static Optional<PackedRows> of(Design design, double[] weights) {
    int[] blocks = new int[design.size() + 2];
    int count = 0;
    double held = 0;
    for (int row = 0; row < weights.length; row++) {
      double most = mostOf(design.row(row), weights[row]);
      if (!(most <= LARGEST)) {
        return Optional.empty();
      }
      if (held + most > LARGEST || row - blocks[count] == BLOCK) {
        blocks[++count] = row;
        held = 0;
      }
      held += most;
    }
    blocks[++count] = weights.length;
    boolean few = weights.length == 0 || weights.length < (count - 1) * LEAST_BLOCK;
    return few || count > MOST_BLOCKS
        ? Optional.empty()
        : Optional.of(new PackedRows(design, weights, Arrays.copyOf(blocks, count + 1)));
  }

  /** Number of columns, the ones included. */
  int columns() {
    return columns;
  }

  /** Number of blocks. */
  int blocks() {
    return blocks.length - 1;
  }

  /** The first row of a block; one more block starts behind the last row. */
  int start(int block) {
    return blocks[block];
  }

  /** Words of a row's products. */
  int words() {
    return first.length;
  }

  /** Weighted products of a row. */
  long product(int row, int word) {
    return scaled[row * columns + first[word]] * packed[row * columns + second[word]];
  }

  /** The column that a word multiplies with others. */
  int first(int word) {
    return first[word];
  }

  /** The first of the columns it is multiplied with. */
  int second(int word) {
    return second[word];
  }

  private void pack(double[] values, double weight, int at) {
    for (int q = 0; q < columns; q++) {
      scaled[at + q] = (long) (weight * values[q]);
      for (int f = 0; f < FIELDS && q + f < columns; f++) {
        packed[at + q] += (long) values[q + f] << (f * BITS);
      }
    }
  }

  /** The largest product of a row; infinite when one is not whole. */
  private static double mostOf(double[] values, double weight) {
    double largest = 1;
    boolean whole = Math.rint(weight) == weight;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
      whole &= Math.rint(value) == value;
    }
    return whole ? largest * largest * weight : Double.POSITIVE_INFINITY;
  }
}
