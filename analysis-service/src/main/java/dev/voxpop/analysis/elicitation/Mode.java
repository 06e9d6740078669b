package dev.voxpop.analysis.elicitation;

/** A way to get a distribution of answers out of a model. */
public enum Mode {
  /** Answers are drawn one by one and counted. */
  SAMPLED("sampled"),
  /** The probabilities of the options' first tokens are read. */
  LOG_PROBABILITIES("log-probabilities"),
  /** The model says how many of a hundred would choose each option. */
  STATED("stated");

  private final String key;

  Mode(String key) {
    this.key = key;
  }

  /** The name in files. */
  public String key() {
    return key;
  }
}
