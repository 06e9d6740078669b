package dev.voxpop.analysis.structure;

import java.util.Optional;

/**
 * Σ ω x xᵀ over many subsets of the rows of a {@link Design}.
 *
 * <p>The column of ones is the last, so Σ ω x and Σ ω come with the products.
 */
interface SubsetSums {

  /** The way that suits these values and weights: packed when both are whole and small. */
  static SubsetSums of(Design design, double[] weights) {
    Optional<PackedProducts> packed = PackedProducts.of(design, weights);
    return packed
        .<SubsetSums>map(sums -> sums)
        .orElseGet(() -> new SubsetProducts(design, weights));
  }

  /**
   * Sums by iteration and pair of columns, upper triangle row by row.
   *
   * @param members for each iteration the rows of the design that belong to it, as bits
   */
  double[][] sums(long[][] members);
}
