package dev.voxpop.matching.population;

/**
 * Bounds of weights as multiples of their mean.
 *
 * @param lower at least 0; .2 is usual
 * @param upper at least 1; 5 is usual
 */
public record Trim(double lower, double upper) {

  public Trim {
    if (!(lower >= 0) || !(lower <= 1) || !(upper >= 1)) {
      throw new IllegalArgumentException(
          "Weights cannot be trimmed to %s … %s times their mean.\nMaybe use 0.2 … 5?"
              .formatted(lower, upper));
    }
  }
}
