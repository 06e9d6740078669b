package dev.voxpop.matching.population;

/** How far the pooled shares of a trait are from its margin. */
public enum Distance {
  /** Σ (m − v)². */
  SQUARED {
    @Override
    double of(double target, double share) {
      return (target - share) * (target - share);
    }
  },
  /** Kullback–Leibler divergence Σ m ln(m ÷ v); infinite when a label with a target is empty. */
  KULLBACK_LEIBLER {
    @Override
    double of(double target, double share) {
      if (target == 0) {
        return 0;
      }
      return share > 0 ? target * Math.log(target / share) : Double.POSITIVE_INFINITY;
    }
  };

  /** Returns the part of one label. */
  abstract double of(double target, double share);
}
