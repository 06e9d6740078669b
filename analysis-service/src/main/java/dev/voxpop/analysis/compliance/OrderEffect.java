package dev.voxpop.analysis.compliance;

import dev.voxpop.analysis.panel.Item;
import java.util.List;
import java.util.Optional;

/**
 * Whether the answers to one question depend on the order in which its options were displayed.
 *
 * @param positions share of each displayed position among the chosen ones, first position first
 * @param orders distinct displayed orders
 * @param n valid answers
 * @param chiSquare Σ (observed − expected)²/expected over original option × displayed order; NaN
 *     for a single order
 * @param degrees (orders − 1) · (chosen options − 1)
 * @param p share of permutations of orders with at least this chi-square; NaN for a single order
 * @param ascending shares of the options when displayed as declared; empty when never
 * @param descending shares of the options when displayed the other way round; empty when never
 */
public record OrderEffect(
    Item item,
    List<Double> positions,
    int orders,
    int n,
    double chiSquare,
    int degrees,
    double p,
    Optional<Shown> ascending,
    Optional<Shown> descending) {

  private static final double FLAG = 0.01;

  /** Copies the list. */
  public OrderEffect {
    positions = List.copyOf(positions);
  }

  /** Whether order matters more than chance explains. */
  public boolean flagged() {
    return p < FLAG;
  }

  /**
   * Answers under one displayed order.
   *
   * @param n valid answers
   * @param shares of the original options
   */
  public record Shown(int n, List<Double> shares) {

    /** Copies the list. */
    public Shown {
      shares = List.copyOf(shares);
    }

    /** The shares as a fresh array. */
    public double[] toArray() {
      return shares.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
