package dev.voxpop.matching.population;

import dev.voxpop.benchmarks.instance.Kind;
import dev.voxpop.benchmarks.instance.MatchingInstance;
import dev.voxpop.benchmarks.matching.MatchingStep;
import dev.voxpop.matching.assignment.Humans;
import dev.voxpop.matching.assignment.Problem;
import java.util.ArrayList;
import java.util.List;
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

/** Raking a pool to the margins of people. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RakingBenchmark {

  @Param({"2000", "10000"})
  public int size;

  private Problem problem;
  private List<TraitMargin> margins;

  @Setup
  public void build() {
    problem = MatchingStep.on(MatchingInstance.of(Kind.DENSE, size, size)).problem();
    margins = new ArrayList<>();
    Humans humans = problem.humans();
    for (int trait = 0; trait < humans.traits().size(); trait++) {
      double[] counts = new double[humans.traits().get(trait).size()];
      for (int human = 0; human < humans.size(); human++) {
        counts[humans.label(trait, human)] += 1.0 / humans.size();
      }
      List<Double> shares = new ArrayList<>();
      for (double count : counts) {
        shares.add(count);
      }
      if (!shares.contains(0.0)) {
        margins.add(TraitMargin.of(humans.traits().get(trait), shares));
      }
    }
  }

  @Benchmark
  public Object modal() {
    return Raking.modal(problem.personas(), margins);
  }
}
