package dev.voxpop.analysis.uncertainty;

import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.reliability.CronbachAlpha;
import dev.voxpop.analysis.reliability.Rekeying;
import dev.voxpop.analysis.structure.CorrelationMatrix;
import dev.voxpop.analysis.structure.Covariance;
import dev.voxpop.analysis.structure.Design;
import dev.voxpop.analysis.structure.Missing;
import dev.voxpop.analysis.structure.Pearson;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.analysis.structure.Products;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison, people or personas, prepared to be computed again and again with
 * different multiplicities of its rows.
 */
public final class Side {

  private final Panel panel;
  private final ShareSums sums;
  private final Part original;
  private final @Nullable Part consistent;

  private record Part(Design design, Rows rows) {}

  /** Which rows of the panel a design has, and their weights. */
  private static final class Rows {
    private final int[] numbers;
    private final double[] weights;

    Rows(int[] numbers, double[] weights) {
      this.numbers = numbers;
      this.weights = weights;
    }

    double[] times(double[] multiplicity) {
      double[] product = new double[numbers.length];
      for (int i = 0; i < product.length; i++) {
        product[i] = weights[i] * multiplicity[numbers[i]];
      }
      return product;
    }
  }

  private Side(Panel panel, RowWeights weights, Part original, @Nullable Part consistent) {
    this.panel = panel;
    this.sums = ShareSums.of(panel, weights, IntStream.range(0, panel.size()).toArray());
    this.original = original;
    this.consistent = consistent;
  }

  /** People with their survey weights: original structure listwise, consistent pairwise. */
  public static Side people(Panel panel) {
    RowWeights weights = RowWeights.own(panel);
    Part listwise = part(panel, weights, Missing.LISTWISE);
    boolean complete = listwise.design.size() == panel.size();
    return new Side(
        panel, weights, listwise, complete ? null : part(panel, weights, Missing.PAIRWISE));
  }

  /** Personas: both structures pairwise, the original one unweighted. */
  public static Side personas(Panel panel, RowWeights weights) {
    Part plain = part(panel, RowWeights.equal(panel), Missing.PAIRWISE);
    return new Side(
        panel, weights, plain, weights.uniform() ? null : part(panel, weights, Missing.PAIRWISE));
  }

  /** The panel behind this side. */
  public Panel panel() {
    return panel;
  }

  /** Everything computed with every row counted once. */
  public SideValues values() {
    double[] once = new double[panel.size()];
    Arrays.fill(once, 1);
    return values(once);
  }

  /** Everything computed with these multiplicities, one a row of the panel. */
  public SideValues values(double[] multiplicity) {
    double[] weights = original.rows.times(multiplicity);
    Products products = Products.of(original.design, weights);
    CorrelationMatrix first = Pearson.of(original.design, products, weights);
    CorrelationMatrix second =
        consistent == null
            ? first
            : Pearson.of(consistent.design, consistent.rows.times(multiplicity));
    Covariance covariance = Covariance.ofFrequencies(original.design, products, weights);
    return new SideValues(
        sums.shares(multiplicity),
        first,
        second,
        CronbachAlpha.of(panel, covariance, Rekeying.NONE).value());
  }

  /** The matrix of one preset with every row counted once. */
  public CorrelationMatrix matrix(Preset preset) {
    return values().matrix(preset);
  }

  private static Part part(Panel panel, RowWeights weights, Missing missing) {
    int[] numbers =
        missing == Missing.LISTWISE
            ? Design.completeRows(panel)
            : IntStream.range(0, panel.size()).toArray();
    int[] repeats = new int[panel.subjects().size()];
    Arrays.stream(numbers).forEach(row -> repeats[panel.subjects().of(row)]++);
    double[] shared =
        Arrays.stream(numbers)
            .mapToDouble(row -> weights.of(row) / repeats[panel.subjects().of(row)])
            .toArray();
    return new Part(Design.of(panel, missing), new Rows(numbers, shared));
  }
}
