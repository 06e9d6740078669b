package dev.voxpop.instrument.format;

/**
 * The labels of asker and answerer.
 *
 * @param connector what follows a label, usually a colon
 */
public record RoleWords(String asker, String answerer, String connector) {
  public RoleWords {
    if (asker.isBlank() || answerer.isBlank()) {
      throw new IllegalArgumentException(
          "A role word is blank.\nMaybe use roles none to ask without role words.");
    }
  }

  /** Role words joined by a colon. */
  public static RoleWords of(String asker, String answerer) {
    return new RoleWords(asker, answerer, ":");
  }

  /** The asker's word with its connector. */
  public String askerLabel() {
    return asker + connector;
  }

  /** The answerer's word with its connector: the cue of a block. */
  public String answererLabel() {
    return answerer + connector;
  }
}
