package dev.voxpop.analysis.bound;

import dev.voxpop.benchmarks.statistics.BoundMetric;
import dev.voxpop.benchmarks.statistics.BoundRuns;
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

/** The human lower bound of a panel on all cores, with and without matrices. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SplitHalfBenchmark {

  @Param({"H2E", "H2"})
  public BoundMetric metric;

  @Param({"1000", "10000"})
  public int splits;

  private BoundRuns runs;

  @Setup
  public void build() {
    runs = BoundRuns.of(metric);
  }

  @Benchmark
  public double bound() {
    return runs.total(splits);
  }
}
