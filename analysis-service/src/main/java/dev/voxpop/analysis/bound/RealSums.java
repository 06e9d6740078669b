package dev.voxpop.analysis.bound;

/**
 * Sums of any weights, one iteration a word.
 *
 * <p>Each person's row holds the weight for those of eight iterations that have the person in half
 * 1 and 0 for the others. Rows are added by joint cell and cells by option, both in fixed order, so
 * the sums of an iteration have the same bits whatever its neighbours are.
 */
final class RealSums implements LaneSums {

  private final CellPlan plan;
  private final double[] weights;
  private final double[] rows;

  RealSums(CellPlan plan, double[] weights) {
    this.plan = plan;
    this.weights = weights.clone();
    this.rows = new double[WORDS * plan.rows()];
  }

  @Override
  public void add(long[] masks, double[][] sums) {
    for (int lane = 0; lane < Long.SIZE; lane += WORDS) {
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
      int mask = (int) (masks[block.first() + i] >>> lane);
      double weight = weights[block.first() + i];
      for (int word = 0; word < WORDS; word++) {
        rows[i * WORDS + word] = (mask >>> word & 1) * weight;
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
      for (int row : parts[k]) {
        for (int word = 0; word < WORDS; word++) {
          sums[option + k][lane + word] += rows[row * WORDS + word];
        }
      }
    }
  }

  /** Numeric kernel: the sum of some rows. */
  private static void add(double[] rows, int[] chosen, int from, int to, int at) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    double e = 0;
    double f = 0;
    double g = 0;
    double h = 0;
    for (int i = from; i < to; i++) {
      int row = chosen[i] * WORDS;
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
}
