package dev.voxpop.matching.assignment;

import dev.voxpop.benchmarks.instance.Kind;
import dev.voxpop.benchmarks.instance.MatchingInstance;
import dev.voxpop.benchmarks.matching.MatchingStep;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** As many humans as personas, and the optimal plan for them. */
@State(Scope.Benchmark)
public abstract class SolvedInstance {

  static final Workers ONE = new Workers(1);

  @Param({"2000", "10000"})
  public int size;

  private Problem problem;
  private Transport transport;
  private WeightWalk walk;
  private Plan plan;

  abstract Kind kind();

  abstract Assignment solver();

  @Setup
  public void build() {
    problem = MatchingStep.on(MatchingInstance.of(kind(), size, size)).problem();
    transport = new Transport(problem, Objective.SUM, 1, Transport.Order.of(problem, 1));
    walk = new WeightWalk(problem, ONE);
    plan = solver().solve(transport);
  }

  Transport transport() {
    return transport;
  }

  WeightWalk walk() {
    return walk;
  }

  Certificate check() {
    return new CertificateChecker(transport, plan, walk).check("benchmark");
  }

  Matching greedy() {
    return Matchmaker.with(ONE).match(problem, Specification.of(Method.GREEDY, 1));
  }

  Matching cappedGreedy() {
    return Matchmaker.with(ONE)
        .match(problem, Specification.of(Method.GREEDY, 1).withCapacity(1));
  }
}
