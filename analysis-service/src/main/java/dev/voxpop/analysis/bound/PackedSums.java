package dev.voxpop.analysis.bound;

/**
 * Sums of whole weights, several iterations a word.
 *
 * <p>Each person's row holds the weight in the fields of those iterations that have the person in
 * half 1. Rows are added by joint cell in fields of one width; cells are added by option in fields
 * of twice the width. Everything is exact.
 */
final class PackedSums implements LaneSums {

  private final CellPlan plan;
  private final long[] units;
  private final long[] spreads;
  private final int lanes;
  private final int bits;
  private final long mask;
  private final long[] rows;

  PackedSums(CellPlan plan, WholeWeights weights, Packing packing) {
    this.plan = plan;
    this.units = weights.toArray();
    this.spreads = packing.spreads();
    this.lanes = packing.lanes();
    this.bits = packing.bits();
    this.mask = packing.mask();
    this.rows = new long[WORDS * plan.rows()];
  }

  @Override
  public void add(long[] masks, double[][] sums) {
    for (int lane = 0; lane < Long.SIZE; lane += WORDS * lanes) {
      for (int b = 0; b < plan.blocks().size(); b++) {
        JointCells.Block block = plan.blocks().get(b);
        expand(masks, block, lane);
        for (int group = 0; group < plan.groups(); group++) {
          add(plan.cells(b, group), block.size(), sums, plan.firstOfGroup(group), lane);
        }
      }
    }
  }

  private void expand(long[] masks, JointCells.Block block, int lane) {
    for (int i = 0; i < block.size(); i++) {
      long mask = masks[block.first() + i] >>> lane;
      long weight = units[block.first() + i];
      for (int word = 0; word < WORDS; word++) {
        int pattern = (int) mask & (spreads.length - 1);
        rows[i * WORDS + word] = spreads[pattern] * weight;
        mask >>>= lanes;
      }
    }
  }

  private void add(JointCells cells, int size, double[][] sums, int option, int lane) {
    int[] ends = cells.ends();
    int from = 0;
    for (int cell = 0; cell < ends.length; cell++) {
      add(rows, cells.addends(), from, ends[cell], (size + cell) * WORDS);
      from = ends[cell];
    }
    int[][] parts = cells.parts();
    for (int k = 0; k < parts.length; k++) {
      for (int word = 0; word < WORDS; word++) {
        widen(parts[k], word, sums[option + k], lane + word * lanes);
      }
    }
  }

  /** Numeric kernel: the sum of some rows. */
  private static void add(long[] rows, int[] people, int from, int to, int at) {
    long a = 0;
    long b = 0;
    long c = 0;
    long d = 0;
    long e = 0;
    long f = 0;
    long g = 0;
    long h = 0;
    for (int i = from; i < to; i++) {
      int row = people[i] * WORDS;
      a += rows[row];
      b += rows[row + 1];
      c += rows[row + 2];
      d += rows[row + 3];
      e += rows[row + 4];
      f += rows[row + 5];
      g += rows[row + 6];
      h += rows[row + 7];
    }
    rows[at] = a;
    rows[at + 1] = b;
    rows[at + 2] = c;
    rows[at + 3] = d;
    rows[at + 4] = e;
    rows[at + 5] = f;
    rows[at + 6] = g;
    rows[at + 7] = h;
  }

  /** Numeric kernel: the sum of one word of some rows, in fields of twice the width. */
  private void widen(int[] part, int word, double[] sums, int lane) {
    long even = 0;
    long odd = 0;
    for (int row : part) {
      long fields = rows[row * WORDS + word];
      even += fields & mask;
      odd += fields >>> bits & mask;
    }
    int width = 2 * bits;
    long field = width == Long.SIZE ? -1 : (1L << width) - 1;
    for (int i = 0; i < lanes; i += 2) {
      sums[lane + i] += even & field;
      sums[lane + i + 1] += odd & field;
      even = even >>> bits >>> bits;
      odd = odd >>> bits >>> bits;
    }
  }
}
