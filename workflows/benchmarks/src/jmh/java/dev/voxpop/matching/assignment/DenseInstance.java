package dev.voxpop.matching.assignment;

import dev.voxpop.benchmarks.instance.Kind;

/** All weights positive. */
public class DenseInstance extends SolvedInstance {

  @Override
  Kind kind() {
    return Kind.DENSE;
  }

  @Override
  Assignment solver() {
    return new GroupAuction(ONE);
  }
}
