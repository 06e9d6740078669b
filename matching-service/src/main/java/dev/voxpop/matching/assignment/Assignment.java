package dev.voxpop.matching.assignment;

/** An exact procedure for the assignment of groups of humans to personas with capacity. */
interface Assignment {

  /** Returns a plan of maximum total value with dual values that prove it. */
  Plan solve(Transport transport);
}
