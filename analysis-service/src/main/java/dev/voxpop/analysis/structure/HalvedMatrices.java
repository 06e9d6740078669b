package dev.voxpop.analysis.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Distances between the correlation matrices of some rows and of all others, for many ways to part
 * the rows.
 *
 * <p>Sums over the first part come from {@link SubsetSums}, those over the second are the total
 * minus the first. When no cell is missing and no variance is doubtful, r = (W Σωxy − Σωx Σωy) /
 * √((W Σωx² − (Σωx)²) (W Σωy² − (Σωy)²)) is computed for both parts in one sweep; otherwise each
 * matrix is made by {@link Pearson}. Each way to part the rows is computed by itself, so its
 * numbers do not depend on the others.
 */
public final class HalvedMatrices {

  private final Design design;
  private final double[] weights;
  private final double heaviest;
  private final SubsetSums subsets;
  private final Products total;

  private HalvedMatrices(Design design, double[] weights) {
    this.design = design;
    this.weights = weights.clone();
    this.heaviest = DoubleStream.of(weights).max().orElse(0);
    this.subsets = SubsetSums.of(design, weights);
    this.total = Products.of(design, weights);
  }

  /** Matrices over the rows of a design with one weight a row. */
  public static HalvedMatrices of(Design design, double[] weights) {
    return new HalvedMatrices(design, weights);
  }

  /**
   * Distances by iteration.
   *
   * @param members for each iteration the rows of the design in the first part, as bits
   */
  public List<MatrixDistance> distances(long[][] members) {
    double[][] sums = subsets.sums(members);
    TwoParts parts = new TwoParts(design, total, heaviest);
    List<MatrixDistance> distances = new ArrayList<>();
    for (int b = 0; b < members.length; b++) {
      boolean plain = design.complete() && parts.weigh(sums[b]);
      distances.add(plain ? parts.distance(sums[b]) : careful(sums[b], members[b]));
    }
    return distances;
  }

  private MatrixDistance careful(double[] sums, long[] members) {
    Products part = Products.ofSubset(design, weights, sums, members);
    IntToDoubleFunction one = row -> bit(members, row) * weights[row];
    IntToDoubleFunction two = row -> (1 - bit(members, row)) * weights[row];
    CorrelationMatrix a = Pearson.ofSubset(design, part, one, heaviest);
    CorrelationMatrix b = Pearson.ofSubset(design, total.minus(part), two, heaviest);
    return MatrixDistance.between(a, b);
  }

  private static int bit(long[] members, int row) {
    return (int) (members[row >> 6] >>> row & 1);
  }
}
