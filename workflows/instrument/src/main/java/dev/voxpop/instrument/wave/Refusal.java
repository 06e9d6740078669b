package dev.voxpop.instrument.wave;

import java.util.Objects;

/** A code that means "refused" on both sides. */
public record Refusal(int code, String text, Visibility visibility) {
  public Refusal {
    Objects.requireNonNull(text);
    Objects.requireNonNull(visibility);
  }

  /** Whether prompts show the refusal as an option. */
  public enum Visibility {
    /** Never in a prompt. */
    HIDDEN,
    /** Shown after the substantive options. */
    SHOWN
  }
}
