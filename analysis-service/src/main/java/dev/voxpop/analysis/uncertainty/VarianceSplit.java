package dev.voxpop.analysis.uncertainty;

import dev.voxpop.analysis.panel.Cells;
import java.util.Arrays;
import java.util.List;

/**
 * Where the variance of the answers to one question comes from: personas, repeats of one persona,
 * displayed orders.
 *
 * <p>One-way analysis of variance with random groups on each option's indicator, added up over
 * options. For k groups of sizes n_i and N values: n₀ = (N − Σn_i²/N)/(k − 1), between =
 * (MS_between − MS_within)/n₀, within = MS_within. Personas and repeats come from groups =
 * personas; orders from groups = displayed orders. A negative estimate is shown as 0 and marked. A
 * component does not exist (NaN) without two groups, or when no group has two values. O(values ·
 * options).
 *
 * <p>S. R. Searle, G. Casella, C. E. McCulloch, Variance components, 1992,
 * doi:10.1002/9780470316856, chapter 3.
 *
 * @param personas between personas
 * @param repeats between repeats of one persona
 * @param orders between displayed orders
 */
public record VarianceSplit(Component personas, Component repeats, Component orders) {

  /** A part of the variance. */
  public record Component(double value, Sign sign) {

    /** A part that cannot be told. */
    public static final Component ABSENT = new Component(Double.NaN, Sign.ORDINARY);

    static Component of(double estimate) {
      return estimate < 0
          ? new Component(0, Sign.NEGATIVE)
          : new Component(estimate, Sign.ORDINARY);
    }
  }

  /** Whether an estimate was below zero and is shown as 0. */
  public enum Sign {
    /** As estimated. */
    ORDINARY,
    /** The estimate was negative. */
    NEGATIVE
  }

  /**
   * One valid answer.
   *
   * @param persona number of the persona, from 0
   * @param order number of the displayed order, from 0
   * @param option option index; not a value of {@link Cells}
   */
  public record Observation(int persona, int order, int option) {}

  /** The split of the answers to a question with this number of options. */
  public static VarianceSplit of(int options, List<Observation> answers) {
    int[] chosen = answers.stream().mapToInt(Observation::option).toArray();
    OneWay personas =
        OneWay.of(answers.stream().mapToInt(Observation::persona).toArray(), chosen, options);
    OneWay orders =
        OneWay.of(answers.stream().mapToInt(Observation::order).toArray(), chosen, options);
    return new VarianceSplit(
        personas.component(personas.between()),
        personas.component(personas.within()),
        orders.component(orders.between()));
  }

  /** Sums of one-way analyses over option indicators. */
  private record OneWay(double squaresBetween, double squaresWithin, int groups, int n, double n0) {

    static OneWay of(int[] group, int[] option, int options) {
      int groups = Arrays.stream(group).max().orElse(-1) + 1;
      double[] sizes = new double[groups];
      double[][] counts = new double[groups][options];
      double[] totals = new double[options];
      for (int i = 0; i < group.length; i++) {
        sizes[group[i]]++;
        counts[group[i]][option[i]]++;
        totals[option[i]]++;
      }
      return of(sizes, counts, totals);
    }

    private static OneWay of(double[] sizes, double[][] counts, double[] totals) {
      double n = Arrays.stream(sizes).sum();
      double between = 0;
      double within = 0;
      int present = 0;
      for (int g = 0; g < sizes.length; g++) {
        for (int k = 0; k < totals.length && sizes[g] > 0; k++) {
          double share = counts[g][k] / sizes[g];
          double deviation = share - totals[k] / n;
          between += sizes[g] * deviation * deviation;
          within += sizes[g] * share * (1 - share);
        }
        present += sizes[g] > 0 ? 1 : 0;
      }
      double squares = Arrays.stream(sizes).map(size -> size * size).sum();
      return new OneWay(between, within, present, (int) n, (n - squares / n) / (present - 1));
    }

    double within() {
      return squaresWithin / (n - groups);
    }

    double between() {
      return (squaresBetween / (groups - 1) - within()) / n0;
    }

    Component component(double estimate) {
      return groups < 2 || n == groups ? Component.ABSENT : Component.of(estimate);
    }
  }
}
