package dev.voxpop.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.structure.MatrixDistance;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundRunsTest {

  @Test
  void instance_rebuilt_hasItsPublishedChecksums() {
    BoundRuns runs = BoundRuns.of(BoundMetric.H2E);

    assertThat(runs.instance().codesChecksum()).isEqualTo("2fcd0061bf095b3f");
    assertThat(runs.instance().weightsChecksum()).isEqualTo("6fe9bc8e844fab7e");
    assertThat(runs.halfBytes()).hasSize(20 * 1250);
  }

  @Test
  void totals_firstSplits_areThePublishedOnes() {
    for (BoundMetric metric : BoundMetric.values()) {
      assertThat(BoundRuns.of(metric).total(BoundMetric.PEER_SPLITS))
          .isCloseTo(metric.total(), within(1e-9));
    }
  }

  @Test
  void correlations_firstSplits_haveThePublishedDistances() {
    List<MatrixDistance> distances =
        CorrelationStep.of(BoundRuns.of(BoundMetric.H2), BoundMetric.PEER_SPLITS).run();

    assertThat(distances.stream().mapToDouble(MatrixDistance::frobenius).average().orElseThrow())
        .isCloseTo(1.5189157250990, within(1e-12));
    assertThat(distances.stream().mapToDouble(MatrixDistance::l1).average().orElseThrow())
        .isCloseTo(72.2540583219, within(1e-9));
    assertThat(distances.stream().mapToDouble(MatrixDistance::cbs).average().orElseThrow())
        .isCloseTo(0.0078014005866, within(1e-12));
  }
}
