package dev.voxpop.analysis.comparison;

/** An arm that needs no model. */
public enum ReferenceArm {
  /** Every option equally often, questions independent. */
  UNIFORM("uniform", "Uniform over options"),
  /** Everybody gives the people's most frequent answer. */
  MODE("mode", "Everybody the modal answer"),
  /** As many independent draws as there are people, from the people's own weighted shares. */
  WEIGHTED_DRAW("weighted-draw", "Drawn from the people's shares");

  private final String id;
  private final String label;

  ReferenceArm(String id, String label) {
    this.id = id;
    this.label = label;
  }

  /** The id in files. */
  public String id() {
    return id;
  }

  /** The name for readers. */
  public String label() {
    return label;
  }
}
