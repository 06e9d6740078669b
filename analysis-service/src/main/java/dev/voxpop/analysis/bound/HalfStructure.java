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
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Distances between the correlation matrices of the two halves, by iteration.
 *
 * <p>The sums of half 2 are the total minus half 1, so an iteration costs one pass over half of the
 * rows. Questions without missing cells make both presets one.
 */
final class HalfStructure {

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

  Map<MatrixMeasure, double[]> distances(int splits, Preset preset) {
    boolean listwise = preset.humans() == Missing.LISTWISE;
    return distances(
        preset.humans(),
        listwise ? Design.completeRows(panel) : IntStream.range(0, panel.size()).toArray(),
        splits);
  }

  private Map<MatrixMeasure, double[]> distances(Missing missing, int[] rows, int splits) {
    Design design = Design.of(panel, missing);
    double[] weights = IntStream.of(rows).mapToDouble(panel::weight).toArray();
    Products total = Products.of(design, weights);
    Map<MatrixMeasure, double[]> values = new EnumMap<>(MatrixMeasure.class);
    for (MatrixMeasure measure : MatrixMeasure.values()) {
      values.put(measure, new double[splits]);
    }
    IntStream.range(0, splits)
        .parallel()
        .forEach(
            b -> {
              MatrixDistance distance = distance(design, total, weights, membership(rows, b));
              values.forEach((measure, series) -> series[b] = distance.get(measure));
            });
    return values;
  }

  private boolean[] membership(int[] rows, int iteration) {
    long[] bits = halves.of(iteration);
    boolean[] first = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      first[i] = (bits[rows[i] >> 6] >>> rows[i] & 1) == 1;
    }
    return first;
  }

  private static MatrixDistance distance(
      Design design, Products total, double[] weights, boolean[] first) {
    double[] one = new double[weights.length];
    double[] two = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      (first[i] ? one : two)[i] = weights[i];
    }
    Products half = Products.of(design, one);
    CorrelationMatrix a = Pearson.of(design, half, one);
    CorrelationMatrix b = Pearson.of(design, total.minus(half), two);
    return MatrixDistance.between(a, b);
  }
}
