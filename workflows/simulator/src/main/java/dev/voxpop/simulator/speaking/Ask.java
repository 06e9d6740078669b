package dev.voxpop.simulator.speaking;

import java.util.Optional;

/** A request to a model. */
public record Ask(String model, Script script, Sampling sampling, Optional<Shape> shape) {
  /** A request without a demanded form. */
  public static Ask of(String model, Script script, Sampling sampling) {
    return new Ask(model, script, sampling, Optional.empty());
  }
}
