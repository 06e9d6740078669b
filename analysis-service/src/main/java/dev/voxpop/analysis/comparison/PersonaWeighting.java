package dev.voxpop.analysis.comparison;

/** How the personas of an arm are weighted in the headline. */
public enum PersonaWeighting {
  /** Every persona counts once. */
  NONE("none"),
  /** By the weight of the matched person. */
  ROW("human"),
  /** Every story counts once. */
  PER_STORY("per-story"),
  /** By weights to the margins of a population. */
  RAKED("raked");

  private final String key;

  PersonaWeighting(String key) {
    this.key = key;
  }

  /** The name in files. */
  public String key() {
    return key;
  }
}
