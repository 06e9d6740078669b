package dev.voxpop.analysis.bound;

import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.structure.CorrelationMatrix;
import dev.voxpop.analysis.structure.Design;
import dev.voxpop.analysis.structure.MatrixDistance;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Missing;
import dev.voxpop.analysis.structure.Pearson;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.analysis.structure.Products;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Distances between the correlation matrices of the two halves, by iteration.
 *
 * <p>The sums of half 1 are made for 512 iterations at once; those of half 2 are the total minus
 * half 1. Questions without missing cells make both presets one.
 */
final class HalfStructure {

  private static final int PASS = 512;

  private final Panel panel;
  private final Halves halves;

  HalfStructure(Panel panel, Halves halves) {
    this.panel = panel;
    this.halves = halves;
  }

  Map<Preset, Map<MatrixMeasure, double[]>> distances(int splits) {
    Map<Preset, Map<MatrixMeasure, double[]>> all = new EnumMap<>(Preset.class);
    Map<MatrixMeasure, double[]> original = distances(splits, Preset.ORIGINAL);
    boolean complete = Design.completeRows(panel).length == panel.size();
    all.put(Preset.ORIGINAL, original);
    all.put(Preset.CONSISTENT, complete ? original : distances(splits, Preset.CONSISTENT));
    return all;
  }

  /** Distances of one preset by measure and iteration. */
  Map<MatrixMeasure, double[]> distances(int splits, Preset preset) {
    Halved halved = new Halved(panel, preset.humans());
    Map<MatrixMeasure, double[]> values = new EnumMap<>(MatrixMeasure.class);
    for (MatrixMeasure measure : MatrixMeasure.values()) {
      values.put(measure, new double[splits]);
    }
    IntStream.range(0, (splits + PASS - 1) / PASS)
        .parallel()
        .forEach(pass -> pass(halved, pass * PASS, splits, values));
    return values;
  }

  private void pass(Halved halved, int first, int splits, Map<MatrixMeasure, double[]> values) {
    long[][] members = new long[Math.min(PASS, splits - first)][];
    for (int i = 0; i < members.length; i++) {
      members[i] = halved.members(halves.of(first + i));
    }
    List<Products> sums = Products.ofSubsets(halved.design, halved.weights, members);
    for (int i = 0; i < members.length; i++) {
      int iteration = first + i;
      MatrixDistance distance = halved.distance(sums.get(i), members[i]);
      values.forEach((measure, series) -> series[iteration] = distance.get(measure));
    }
  }

  /** The rows that one preset looks at. */
  private static final class Halved {
    private final int[] rows;
    private final Design design;
    private final double[] weights;
    private final Products total;
    private final double heaviest;

    Halved(Panel panel, Missing missing) {
      rows =
          missing == Missing.LISTWISE
              ? Design.completeRows(panel)
              : IntStream.range(0, panel.size()).toArray();
      design = Design.of(panel, missing);
      weights = IntStream.of(rows).mapToDouble(panel::weight).toArray();
      total = Products.of(design, weights);
      heaviest = DoubleStream.of(weights).max().orElse(0);
    }

    /** Which of the rows are in half 1, as bits over the rows. */
    long[] members(long[] half) {
      long[] members = new long[(rows.length + 63) / 64];
      for (int k = 0; k < rows.length; k++) {
        members[k >> 6] |= (half[rows[k] >> 6] >>> rows[k] & 1) << k;
      }
      return members;
    }

    MatrixDistance distance(Products half, long[] members) {
      IntToDoubleFunction one = k -> bit(members, k) * weights[k];
      IntToDoubleFunction two = k -> (1 - bit(members, k)) * weights[k];
      CorrelationMatrix a = Pearson.ofSubset(design, half, one, heaviest);
      CorrelationMatrix b = Pearson.ofSubset(design, total.minus(half), two, heaviest);
      return MatrixDistance.between(a, b);
    }

    private static int bit(long[] members, int row) {
      return (int) (members[row >> 6] >>> row & 1);
    }
  }
}
