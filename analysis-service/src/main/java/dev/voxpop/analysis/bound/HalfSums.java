package dev.voxpop.analysis.bound;

import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.panel.Panel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Weight of half 1 in every option of every question, for 64 iterations at once.
 *
 * <p>Each person's membership bits become rows of masked weights; rows are added once for each
 * group of questions, by joint answers, instead of once for each question. Whole weights are packed
 * several iterations a word; other weights are added as they are. Which groups and which packing
 * are the cheapest follows from the numbers of people, options and units alone. O(people ·
 * questions / questions of a group) additions of a row.
 */
final class HalfSums {

  /** Cost of adding a cell to an option, in additions of a row of eight words. */
  private static final double PART = 1;

  private static final double PACKED_PART = 1.2;

  private final CellPlan plan;
  private final double[] weights;
  private final Optional<WholeWeights> units;
  private final Packing packing;
  private final double[] totals;

  private HalfSums(Panel panel, RowWeights rows) {
    weights = rows.toArray();
    units = WholeWeights.of(weights).filter(Packing.INTS::holds);
    packing = units.map(whole -> cheapest(panel, whole)).orElse(Packing.INTS);
    QuestionGroup.Cost cost =
        units
            .map(whole -> cost(panel, whole, packing))
            .orElse(new QuestionGroup.Cost(panel.size(), 0, PART));
    JointCells.Limit limit =
        units
            .map(whole -> JointCells.Limit.of(whole, packing))
            .orElse(JointCells.Limit.none(panel.size()));
    plan = CellPlan.of(panel, QuestionGroup.cheapest(panel, cost), limit);
    totals = new double[plan.options()];
    double[][] sums = new double[plan.options()][Long.SIZE];
    long[] everybody = new long[panel.size()];
    Arrays.fill(everybody, 1);
    kernel().add(everybody, sums);
    Arrays.setAll(totals, option -> sums[option][0]);
  }

  /** Sums over a panel with one weight a person. */
  static HalfSums of(Panel panel, RowWeights weights) {
    return new HalfSums(panel, weights);
  }

  /** Number of options of all questions. */
  int options() {
    return plan.options();
  }

  /** Number of a question's first option. */
  int first(int question) {
    return plan.first(question);
  }

  /** Weight of both halves together. */
  double total(int option) {
    return totals[option];
  }

  /** Adds up halves; for one thread at a time. */
  LaneSums kernel() {
    return units
        .<LaneSums>map(whole -> new PackedSums(plan, whole, packing))
        .orElseGet(() -> new RealSums(plan, weights));
  }

  private static Packing cheapest(Panel panel, WholeWeights units) {
    Packing best = Packing.INTS;
    double least = Double.POSITIVE_INFINITY;
    for (Packing packing : Packing.values()) {
      if (packing.holds(units)) {
        QuestionGroup.Cost cost = cost(panel, units, packing);
        List<QuestionGroup> groups = QuestionGroup.cheapest(panel, cost);
        double total = QuestionGroup.cost(groups, cost) / packing.lanes();
        if (total < least) {
          least = total;
          best = packing;
        }
      }
    }
    return best;
  }

  private static QuestionGroup.Cost cost(Panel panel, WholeWeights units, Packing packing) {
    double splits = 1.5 * units.total() / packing.capacity();
    return new QuestionGroup.Cost(panel.size(), splits, PACKED_PART);
  }
}
