package dev.voxpop.analysis.distance;

/** What the earth mover's distance means for questions whose options have no order. */
public enum NominalEmd {
  /** It does not exist. */
  ABSENT,
  /** It is computed on the declared order, as the original pipeline did. */
  DECLARED_ORDER
}
