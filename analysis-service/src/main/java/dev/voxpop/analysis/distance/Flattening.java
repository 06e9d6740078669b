package dev.voxpop.analysis.distance;

import dev.voxpop.analysis.distribution.Distribution;

/**
 * How concentrated the two sides of a question are.
 *
 * @param humanEntropy bits
 * @param personaEntropy bits
 * @param humanModal largest share
 * @param personaModal largest share
 * @param varianceRatio persona variance ÷ human variance; 1 = same spread, below 1 = flatter
 */
public record Flattening(
    double humanEntropy,
    double personaEntropy,
    double humanModal,
    double personaModal,
    double varianceRatio) {

  /** Compares two distributions; NaN where one is absent. */
  public static Flattening of(Distribution human, Distribution persona) {
    double ratio = persona.variance() / human.variance();
    return new Flattening(
        human.entropy(),
        persona.entropy(),
        modal(human),
        modal(persona),
        Double.isInfinite(ratio) ? Double.NaN : ratio);
  }

  private static double modal(Distribution distribution) {
    return distribution.present() ? distribution.share(distribution.mode()) : Double.NaN;
  }
}
