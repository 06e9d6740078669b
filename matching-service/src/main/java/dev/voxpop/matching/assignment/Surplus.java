package dev.voxpop.matching.assignment;

/** What happens when there are more humans than places. */
public enum Surplus {
  /** The matching is refused. */
  REFUSE,
  /** All places are used and the humans left over are listed. */
  ALLOW_UNMATCHED
}
