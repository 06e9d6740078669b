package dev.voxpop.analysis.structure;

import dev.voxpop.benchmarks.statistics.BoundMetric;
import dev.voxpop.benchmarks.statistics.BoundRuns;
import dev.voxpop.benchmarks.statistics.CorrelationStep;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Correlation matrices of both halves for one pass of splits, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BlockedCorrelationBenchmark {

  @Param({"128", "1024"})
  public int splits;

  private CorrelationStep step;

  @Setup
  public void build() {
    step = CorrelationStep.of(BoundRuns.of(BoundMetric.H2), splits);
  }

  @Benchmark
  public Object distances() {
    return step.run();
  }
}
