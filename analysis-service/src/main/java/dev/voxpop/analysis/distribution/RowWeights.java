package dev.voxpop.analysis.distribution;

import dev.voxpop.analysis.panel.Index;
import dev.voxpop.analysis.panel.Panel;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** One non-negative weight for each row of a panel. */
public final class RowWeights {

  /** What adds up to one. */
  private enum Sharing {
    NOTHING,
    STORIES
  }

  private final double[] values;
  private final Sharing sharing;

  private RowWeights(double[] values, Sharing sharing) {
    this.values = values;
    this.sharing = sharing;
  }

  /** Every row counts once. */
  public static RowWeights equal(Panel panel) {
    return of(panel, row -> 1);
  }

  /** The panel's own weights: survey weights of people, of matched people, or raking weights. */
  public static RowWeights own(Panel panel) {
    return of(panel, panel::weight);
  }

  /** Every story counts once: its rows share one. */
  public static RowWeights perStory(Panel panel) {
    Index clusters = panel.clusters();
    int[] rows = new int[clusters.size()];
    for (int row = 0; row < panel.size(); row++) {
      rows[clusters.of(row)]++;
    }
    return new RowWeights(
        IntStream.range(0, panel.size()).mapToDouble(row -> 1.0 / rows[clusters.of(row)]).toArray(),
        Sharing.STORIES);
  }

  /** Weights by row. */
  public static RowWeights of(Panel panel, IntToDoubleFunction weight) {
    return new RowWeights(
        IntStream.range(0, panel.size()).mapToDouble(weight).toArray(), Sharing.NOTHING);
  }

  /** Whether the rows of a story share one, however many of them have an answer. */
  boolean sharedByStory() {
    return sharing == Sharing.STORIES;
  }

  /** Weight of a row. */
  public double of(int row) {
    return values[row];
  }

  /** Number of rows. */
  public int size() {
    return values.length;
  }

  /** The weights as a fresh array, for kernels. */
  public double[] toArray() {
    return values.clone();
  }

  /** Whether all rows weigh the same. */
  public boolean uniform() {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }
}
