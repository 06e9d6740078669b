package dev.voxpop.analysis.comparison;

/** How the personas of an arm are weighted in the headline. */
public enum PersonaWeighting {
  /** Every persona counts once. */
  NONE,
  /** By the weight of the row: the matched person's, or a raking weight. */
  ROW,
  /** Every story counts once. */
  PER_STORY
}
