package dev.voxpop.benchmarks.statistics;

import dev.voxpop.analysis.bound.Halves;
import dev.voxpop.analysis.bound.HumanBound;
import dev.voxpop.analysis.bound.SplitDistances;
import dev.voxpop.analysis.bound.SplitHalf;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.benchmarks.instance.PanelInstance;
import dev.voxpop.benchmarks.measure.Stopwatch;
import dev.voxpop.benchmarks.measure.Timing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Our own side of a metric: the answers in memory and one measured bound after the other. */
public final class BoundRuns {

  private static final int REFUSED = PanelInstance.REFUSED;

  private final BoundMetric metric;
  private final PanelInstance instance = PanelInstance.create();
  private final byte[] codes = instance.codeBytes();

  private BoundRuns(BoundMetric metric) {
    this.metric = metric;
  }

  /** Makes the data of a metric. */
  public static BoundRuns of(BoundMetric metric) {
    return new BoundRuns(metric);
  }

  /** Returns the data. */
  public PanelInstance instance() {
    return instance;
  }

  /** Measures one whole run, from codes in memory to distances. */
  public Timing run() {
    var watch = Stopwatch.start();
    double total = total(BoundMetric.SPLITS);
    Timing timing = watch.stop();
    if (!(total > 0)) {
      throw new IllegalStateException(
          "The distances add up to %s.\nMaybe the data were not made?".formatted(total));
    }
    return timing;
  }

  /** Returns the sum of the mean distances over the first splits. */
  public double total(int splits) {
    Panel panel = panel();
    if (metric == BoundMetric.H2E) {
      SplitDistances distances =
          SplitHalf.iterations(panel, NominalEmd.ABSENT, splits, PanelInstance.SEED);
      return Arrays.stream(distances.means(Measure.EMD)).average().orElseThrow();
    }
    HumanBound bound =
        SplitHalf.ofOriginal(panel, NominalEmd.ABSENT, splits, PanelInstance.SEED).orElseThrow();
    double total = bound.mean(Measure.EMD).mean();
    for (MatrixMeasure measure : MatrixMeasure.values()) {
      total += bound.matrix(Preset.ORIGINAL, measure).mean();
    }
    return total;
  }

  /** Returns the first halves as bits, 1,250 bytes each. */
  public byte[] halfBytes() {
    Halves halves = new Halves(PanelInstance.PEOPLE, PanelInstance.SEED);
    int each = PanelInstance.PEOPLE / Byte.SIZE;
    ByteBuffer all = ByteBuffer.allocate(BoundMetric.PEER_SPLITS * each);
    for (int b = 0; b < BoundMetric.PEER_SPLITS; b++) {
      long[] bits = halves.of(b);
      ByteBuffer one = ByteBuffer.allocate(Long.BYTES * bits.length).order(ByteOrder.LITTLE_ENDIAN);
      for (long word : bits) {
        one.putLong(word);
      }
      all.put(one.array(), 0, each);
    }
    return all.array();
  }

  /** Returns the answers as the analysis takes them. */
  public Panel panel() {
    List<Item> items = new ArrayList<>();
    List<byte[]> columns = new ArrayList<>();
    for (int q = 0; q < PanelInstance.QUESTIONS; q++) {
      items.add(Item.ordinal("Q" + q, PanelInstance.levels(q)));
      byte[] column = new byte[PanelInstance.PEOPLE];
      for (int person = 0; person < column.length; person++) {
        int code = codes[person * PanelInstance.QUESTIONS + q];
        column[person] = (byte) (code == REFUSED ? Cells.REFUSED : code - 1);
      }
      columns.add(column);
    }
    double[] weights = new double[PanelInstance.PEOPLE];
    for (int person = 0; person < weights.length; person++) {
      weights[person] = instance.weight(person) / 100.0;
    }
    return Panel.ofColumns(items, columns, weights);
  }
}
