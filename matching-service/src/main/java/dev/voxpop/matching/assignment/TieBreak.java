package dev.voxpop.matching.assignment;

/** The rule that chooses among personas of equal weight. */
public enum TieBreak {
  /** The smallest hash of seed, human and persona. */
  SEEDED,
  /** The smallest persona id. */
  LOWEST_ID
}
