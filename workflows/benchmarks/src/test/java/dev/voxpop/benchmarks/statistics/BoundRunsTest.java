package dev.voxpop.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
}
