package dev.voxpop.matching.assignment;

import dev.voxpop.benchmarks.instance.Kind;
import dev.voxpop.benchmarks.instance.MatchingInstance;
import dev.voxpop.benchmarks.matching.MatchingStep;
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

/** The kernels of a maximum-weight matching, each on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MaximumWeightBenchmark {

  @Param({"SAMPLED", "DENSE"})
  public Kind kind;

  @Param({"2000", "10000"})
  public int size;

  private final Workers one = new Workers(1);
  private Problem problem;
  private Transport transport;
  private WeightWalk walk;
  private Plan plan;

  @Setup
  public void build() {
    problem = MatchingStep.on(MatchingInstance.of(kind, size, size)).problem();
    transport = new Transport(problem, Objective.SUM, 1, Transport.Order.of(problem, 1));
    walk = new WeightWalk(problem, one);
    plan = solver().solve(transport);
  }

  private Assignment solver() {
    return kind == Kind.DENSE ? new GroupAuction(one) : new ShortestAugmentingPath(lists());
  }

  private RankedLists lists() {
    return RankedLists.of(walk, Objective.SUM::scaled, transport.order().ranks());
  }

  /** The solver that the density asks for, its lists included. */
  @Benchmark
  public Object solve() {
    return solver().solve(transport);
  }

  /** The check of a finished plan. */
  @Benchmark
  public Object certificate() {
    return new CertificateChecker(transport, plan, walk).check("benchmark");
  }

  /** The choice of the best persona for everybody. */
  @Benchmark
  public Object greedy() {
    return Matchmaker.with(one).match(problem, Specification.of(Method.GREEDY, 1));
  }

  /** The greedy choice with every persona used once at most. */
  @Benchmark
  public Object cappedGreedy() {
    return Matchmaker.with(one)
        .match(problem, Specification.of(Method.GREEDY, 1).withCapacity(1));
  }
}
