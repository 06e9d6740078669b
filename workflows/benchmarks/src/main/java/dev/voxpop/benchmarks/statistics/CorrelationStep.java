package dev.voxpop.benchmarks.statistics;

import dev.voxpop.analysis.bound.Halves;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.structure.Design;
import dev.voxpop.analysis.structure.HalvedMatrices;
import dev.voxpop.analysis.structure.MatrixDistance;
import dev.voxpop.benchmarks.instance.PanelInstance;
import java.util.List;
import java.util.stream.IntStream;

/** The correlation matrices of both halves of the complete people, and their distances. */
public final class CorrelationStep {

  private final HalvedMatrices matrices;
  private final long[][] members;

  private CorrelationStep(HalvedMatrices matrices, long[][] members) {
    this.matrices = matrices;
    this.members = members;
  }

  /** Prepares the first splits; weights are the instance's, in hundredths. */
  public static CorrelationStep of(BoundRuns runs, int splits) {
    Panel panel = runs.panel();
    int[] rows = Design.completeRows(panel);
    double[] weights = IntStream.of(rows).mapToDouble(runs.instance()::weight).toArray();
    Halves halves = new Halves(panel.size(), PanelInstance.SEED);
    long[][] members = new long[splits][(rows.length + Long.SIZE - 1) / Long.SIZE];
    for (int b = 0; b < splits; b++) {
      long[] half = halves.of(b);
      for (int k = 0; k < rows.length; k++) {
        members[b][k >> 6] |= (half[rows[k] >> 6] >>> rows[k] & 1) << k;
      }
    }
    return new CorrelationStep(HalvedMatrices.of(Design.listwise(panel), weights), members);
  }

  /** Returns the distances by split. */
  public List<MatrixDistance> run() {
    return matrices.distances(members);
  }
}
