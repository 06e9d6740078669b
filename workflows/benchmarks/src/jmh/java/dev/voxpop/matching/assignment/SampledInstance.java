package dev.voxpop.matching.assignment;

import dev.voxpop.benchmarks.instance.Kind;

/** Most weights zero. */
public class SampledInstance extends SolvedInstance {

  @Override
  Kind kind() {
    return Kind.SAMPLED;
  }

  @Override
  Assignment solver() {
    return new ShortestAugmentingPath(
        RankedLists.of(walk(), Objective.SUM::scaled, transport().order().ranks()));
  }
}
