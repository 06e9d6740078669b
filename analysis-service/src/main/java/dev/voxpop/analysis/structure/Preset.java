package dev.voxpop.analysis.structure;

/** How the human and the persona matrix are made. */
public enum Preset {
  /** Humans listwise and weighted, personas pairwise and unweighted: the original pipeline. */
  ORIGINAL("original", Missing.LISTWISE),
  /** Both pairwise, humans weighted, personas by the weights of the analysis. */
  CONSISTENT("consistent", Missing.PAIRWISE);

  private final String key;
  private final Missing humans;

  Preset(String key, Missing humans) {
    this.key = key;
    this.humans = humans;
  }

  /** The name in files. */
  public String key() {
    return key;
  }

  /** How missing cells of people are treated; those of personas are pairwise in both. */
  public Missing humans() {
    return humans;
  }
}
