package dev.voxpop.matching.assignment;

/** What happens to a human whose weights are all zero. */
public enum OnZero {
  /** The human is listed as without support and gets nobody. */
  LIST,
  /** The human gets a seeded persona with capacity left. */
  RANDOM
}
