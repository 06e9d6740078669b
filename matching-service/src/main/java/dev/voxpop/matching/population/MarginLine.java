package dev.voxpop.matching.population;

/**
 * The share of a label beside its target.
 *
 * @param share weighted share among personas
 */
public record MarginLine(String trait, String label, double target, double share) {

  /** Returns how far the share is from its target. */
  public double error() {
    return Math.abs(share - target);
  }
}
