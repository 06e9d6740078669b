package dev.voxpop.analysis.reliability;

/**
 * Cronbach's alpha, or why there is none.
 *
 * @param value NaN when it does not exist
 * @param reason empty when it exists
 */
public record Alpha(double value, String reason) {

  static Alpha of(double value) {
    return new Alpha(value, "");
  }

  static Alpha absent(String reason) {
    return new Alpha(Double.NaN, reason);
  }

  /** Whether there is a value. */
  public boolean present() {
    return !Double.isNaN(value);
  }
}
