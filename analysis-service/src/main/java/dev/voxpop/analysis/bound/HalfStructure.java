package dev.voxpop.analysis.bound;

import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.structure.Design;
import dev.voxpop.analysis.structure.HalvedMatrices;
import dev.voxpop.analysis.structure.MatrixDistance;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Missing;
import dev.voxpop.analysis.structure.Preset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Distances between the correlation matrices of the two halves, by iteration.
 *
 * <p>The sums of half 1 are made for many iterations at once; those of half 2 are the total minus
 * half 1. Questions without missing cells make both presets one.
 */
final class HalfStructure {

  private static final int LEAST_PASS = 128;
  private static final int MOST_PASS = 1024;

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
    int size = passSize(splits);
    IntStream.range(0, (splits + size - 1) / size)
        .parallel()
        .forEach(pass -> pass(halved, pass * size, Math.min(splits, (pass + 1) * size), values));
    return values;
  }

  /** Long passes make tables worth their while; every core should have two. No number depends. */
  private static int passSize(int splits) {
    return Math.clamp(
        splits / (2L * Runtime.getRuntime().availableProcessors()), LEAST_PASS, MOST_PASS);
  }

  private void pass(Halved halved, int first, int end, Map<MatrixMeasure, double[]> values) {
    long[][] members = new long[end - first][];
    for (int i = 0; i < members.length; i++) {
      members[i] = halved.members(halves.of(first + i));
    }
    List<MatrixDistance> distances = halved.matrices.distances(members);
    values.forEach(
        (measure, series) -> {
          for (int i = 0; i < members.length; i++) {
            series[first + i] = distances.get(i).get(measure);
          }
        });
  }

  /** The rows that one preset looks at. */
  private static final class Halved {
    private final long[] used;
    private final int rows;
    private final HalvedMatrices matrices;

    Halved(Panel panel, Missing missing) {
      int[] selected =
          missing == Missing.LISTWISE
              ? Design.completeRows(panel)
              : IntStream.range(0, panel.size()).toArray();
      rows = selected.length;
      used = new long[(panel.size() + Long.SIZE - 1) / Long.SIZE];
      for (int row : selected) {
        used[row >> 6] |= 1L << row;
      }
      double[] own = IntStream.of(selected).mapToDouble(panel::weight).toArray();
      double[] weights = WholeWeights.of(own).map(WholeWeights::toDoubles).orElse(own);
      matrices = HalvedMatrices.of(Design.of(panel, missing), weights);
    }

    /** Which of the rows are in half 1, as bits over the rows. */
    long[] members(long[] half) {
      long[] members = new long[rows / Long.SIZE + 2];
      int at = 0;
      for (int word = 0; word < used.length; word++) {
        long bits = Long.compress(half[word], used[word]);
        members[at >> 6] |= bits << at;
        members[(at >> 6) + 1] |= bits >>> 1 >>> (63 - (at & 63));
        at += Long.bitCount(used[word]);
      }
      return members;
    }
  }
}
