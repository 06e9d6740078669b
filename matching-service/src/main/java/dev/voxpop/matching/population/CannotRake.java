package dev.voxpop.matching.population;

import java.io.Serial;

/** No weights of these personas meet these margins; the message names the labels at fault. */
public final class CannotRake extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1;

  /** Says which labels are at fault, and ends with advice. */
  public CannotRake(String message) {
    super(message);
  }
}
