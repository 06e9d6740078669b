package dev.voxpop.matching.assignment;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The choice of the best persona for everybody on one thread, with and without a cap. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class GreedyBenchmark {

  @Benchmark
  public Object sampled(SampledInstance instance) {
    return instance.greedy();
  }

  @Benchmark
  public Object dense(DenseInstance instance) {
    return instance.greedy();
  }

  @Benchmark
  public Object sampledWithCap(SampledInstance instance) {
    return instance.cappedGreedy();
  }
}
