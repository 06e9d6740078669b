package dev.voxpop.benchmarks.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.benchmarks.instance.JoinInstance;
import dev.voxpop.benchmarks.instance.Kind;
import dev.voxpop.benchmarks.instance.MatchingInstance;
import dev.voxpop.benchmarks.measure.Timing;
import dev.voxpop.benchmarks.peer.PeerReport;
import dev.voxpop.benchmarks.peer.PeerRun;
import dev.voxpop.matching.assignment.Matching;
import dev.voxpop.matching.assignment.Method;
import dev.voxpop.matching.assignment.Workers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingStepTest {

  private static final Workers TWO = new Workers(2);

  @ParameterizedTest
  @CsvSource({
    "SAMPLED, 1000, 1000, 292.915600240",
    "DENSE, 1000, 1000, 11.602442858",
    "SAMPLED, 500, 2000, 251.609457101",
    "DENSE, 500, 2000, 10.417150627"
  })
  void match_ofSmallInstances_hasThePublishedTotal(
      Kind kind, int humans, int personas, double total) {
    MatchingStep step = MatchingStep.on(MatchingInstance.of(kind, humans, personas));
    Matching matching = step.match(Method.MAXIMUM_WEIGHT, TWO);
    assertThat(matching.total()).isCloseTo(total, within(6e-10));
    assertThat(matching.certificate().orElseThrow().gap()).isLessThan(1e-9);
  }

  @Test
  void join_ofPairs_bringsBothSidesTogether() {
    MatchingInstance instance = MatchingInstance.of(Kind.DENSE, 40, 60);
    MatchingStep step = MatchingStep.on(instance);
    JoinInstance rows = JoinInstance.of(40, 60);
    Matching matching = step.match(Method.MAXIMUM_WEIGHT, TWO);
    List<JoinedRow> joined = step.join(matching, rows);
    assertThat(joined).hasSize(40);
    for (int human = 0; human < 40; human++) {
      JoinedRow row = joined.get(human);
      assertThat(row.human()).isEqualTo(instance.humanId(human));
      assertThat(row.persona()).isEqualTo(instance.personaId(matching.persona(human)));
      assertThat(row.story()).isEqualTo(rows.story(matching.persona(human)));
      assertThat(row.number(99)).isEqualTo(rows.number(human, 99));
    }
  }

  @Test
  void child_ofAMetric_printsWhatItsParentReads() {
    var bytes = new ByteArrayOutputStream();
    ChildReport.print(MatchingMetric.H1G, 2, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    ChildReport report = ChildReport.parse(bytes.toString(StandardCharsets.UTF_8).lines().toList());
    assertThat(report.runs()).hasSize(2);
    assertThat(report.published()).isTrue();
    assertThat(report.gap()).isZero();
    assertThat(report.peakHeap()).isPositive();
  }

  @Test
  void result_slowerThanItMustBe_doesNotHold() {
    MetricResult fast = result(0.01, 9);
    assertThat(fast.ratio()).hasValue(900);
    assertThat(fast.holds()).isTrue();
    assertThat(fast.line()).contains("900x", "300x");
    assertThat(result(0.1, 9).holds()).isFalse();
  }

  private static MetricResult result(double ours, double theirs) {
    return new MetricResult(
        "h1",
        "sampled",
        Map.of(),
        2,
        null,
        List.of(new Timing(ours, 2 * ours)),
        new PeerReport(
            List.of("python3"), "", null, List.of(new PeerRun(new Timing(theirs, theirs), 1))),
        null,
        MetricResult.Basis.WALL,
        300,
        List.of("total ok"),
        true,
        null);
  }
}
