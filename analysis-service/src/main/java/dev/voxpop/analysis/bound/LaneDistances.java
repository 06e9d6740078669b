package dev.voxpop.analysis.bound;

import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.ItemKind;
import java.util.Arrays;

/**
 * Distances of one question between the halves of 64 iterations at once.
 *
 * <p>The same numbers as {@link dev.voxpop.analysis.distance.Distance}, with shares as products
 * with the inverse of a half's weight: earth mover's distance Σ|F − G| · gap, the same divided by
 * the span, total variation ½ Σ|p − v|. Half 2 is the total minus half 1; an iteration in which a
 * half has no weight has no distance. O(options) for each iteration, one thread at a time.
 */
final class LaneDistances {

  private static final double NOTHING = 1e-12;

  private final NominalEmd nominal;
  private final double[] inverse = new double[Long.SIZE];
  private final double[] otherInverse = new double[Long.SIZE];
  private final double[] gap = new double[Long.SIZE];
  private final double[] emd = new double[Long.SIZE];
  private final double[] tv = new double[Long.SIZE];

  LaneDistances(NominalEmd nominal) {
    this.nominal = nominal;
  }

  /**
   * Where the sums of a question are.
   *
   * @param first its first option
   * @param question its column
   */
  record Place(Item item, int first, int question) {}

  /** Stores the distances of the iterations from {@code start} on, {@code lanes} of them. */
  void store(Place place, HalfSums halves, double[][] sums, SplitDistances distances, int start) {
    Item item = place.item;
    weigh(place, halves, sums);
    Arrays.fill(gap, 0);
    Arrays.fill(emd, 0);
    Arrays.fill(tv, 0);
    for (int k = 0; k < item.levels(); k++) {
      double step = k + 1 < item.levels() ? item.position(k + 1) - item.position(k) : 0;
      step(sums[place.first + k], halves.total(place.first + k), step);
    }
    boolean ordered = item.kind() != ItemKind.NOMINAL || nominal != NominalEmd.ABSENT;
    double perSpan = ordered && item.levels() > 1 ? 1 / item.span() : Double.NaN;
    put(distances.of(Measure.EMD)[place.question], start, emd, ordered ? 1 : Double.NaN);
    put(distances.of(Measure.EMD_NORMALISED)[place.question], start, emd, perSpan);
    put(distances.of(Measure.TV)[place.question], start, tv, .5);
  }

  /** Inverse weights of both halves; NaN where one has none. */
  private void weigh(Place place, HalfSums halves, double[][] sums) {
    Arrays.fill(inverse, 0);
    double total = 0;
    for (int k = 0; k < place.item.levels(); k++) {
      double[] option = sums[place.first + k];
      total += halves.total(place.first + k);
      for (int lane = 0; lane < inverse.length; lane++) {
        inverse[lane] += option[lane];
      }
    }
    for (int lane = 0; lane < inverse.length; lane++) {
      double one = inverse[lane];
      double two = total - one;
      boolean both = one > 0 && two > NOTHING * one;
      inverse[lane] = both ? 1 / one : Double.NaN;
      otherInverse[lane] = both ? 1 / two : Double.NaN;
    }
  }

  /** Numeric kernel: one option, whose share of both halves differs by {@code d}. */
  private void step(double[] one, double total, double step) {
    for (int lane = 0; lane < gap.length; lane++) {
      double d = one[lane] * inverse[lane] - (total - one[lane]) * otherInverse[lane];
      double all = gap[lane] + d;
      gap[lane] = all;
      emd[lane] += Math.abs(all) * step;
      tv[lane] += Math.abs(d);
    }
  }

  private static void put(double[] series, int start, double[] lanes, double factor) {
    int count = Math.min(lanes.length, series.length - start);
    for (int lane = 0; lane < count; lane++) {
      series[start + lane] = lanes[lane] * factor;
    }
  }
}
