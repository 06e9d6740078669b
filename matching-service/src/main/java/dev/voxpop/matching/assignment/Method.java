package dev.voxpop.matching.assignment;

/** The way in which personas are chosen for humans. */
public enum Method {
  /** Each human takes the persona of largest weight, with or without a cap on re-use. */
  GREEDY,
  /** The assignment of largest total weight, proven by dual values. */
  MAXIMUM_WEIGHT,
  /** Uniform pairing that does not look at weights. */
  RANDOM
}
