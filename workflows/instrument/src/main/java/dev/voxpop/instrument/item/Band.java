package dev.voxpop.instrument.item;

/**
 * A half-open interval [low, high) of a numeric item; {@code high} may be positive infinity.
 *
 * @param low smallest number inside
 * @param high smallest number above that is outside
 */
public record Band(double low, double high) {
  public Band {
    if (!(low < high) || Double.isInfinite(low)) {
      throw new IllegalArgumentException(
          "Band [%s, %s) holds no number.\nMaybe swap its bounds.".formatted(low, high));
    }
  }

  /** Whether the number lies in the band. */
  public boolean contains(double number) {
    return low <= number && number < high;
  }

  /** Whether the band has no upper end. */
  public boolean isOpenEnded() {
    return Double.isInfinite(high);
  }
}
