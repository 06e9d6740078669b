package dev.voxpop.matching.assignment;

/**
 * What a maximum-weight assignment maximises, with its exact integer form.
 *
 * <p>Solvers work on scaled integers: comparisons are exact and need no tolerance. Under {@link
 * #SUM} a unit is 2⁻⁵⁰; under {@link #LOG}, whose values reach 12 ln 10 ≈ 27.6, it is 2⁻⁴⁵.
 */
public enum Objective {
  /** The sum of weights. */
  SUM {
    @Override
    public double value(double weight) {
      return weight;
    }

    @Override
    public double scale() {
      return 0x1p50;
    }
  },
  /** The sum of ln max(w, 10⁻¹²) + 12 ln 10, which is never negative. */
  LOG {
    @Override
    public double value(double weight) {
      return Math.max(0, StrictMath.log(Math.max(weight, 1e-12)) + LOG_FLOOR);
    }

    @Override
    public double scale() {
      return 0x1p45;
    }
  };

  private static final double LOG_FLOOR = 12 * StrictMath.log(10);

  /** Returns the contribution of a pair of this weight; zero for weight zero. */
  public abstract double value(double weight);

  /** Returns how many units one is. */
  public abstract double scale();

  /** Returns the contribution rounded to whole units. */
  final long scaled(double weight) {
    return (long) (value(weight) * scale() + 0.5);
  }
}
