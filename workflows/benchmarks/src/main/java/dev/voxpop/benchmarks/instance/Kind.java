package dev.voxpop.benchmarks.instance;

import java.util.Locale;

/** Which people and personas an instance has. */
public enum Kind {
  /** As from forty sampled answers, half of the traits known outright; some traits missing. */
  SAMPLED(20261, 40, "5f2107307303793b", "5949a2372369bfbe"),
  /** As from log-probabilities: every mass is positive, nothing is missing. */
  DENSE(20262, 1 << 20, "8810476c7c3bef0b", "f445264285440cbd");

  private final long seed;
  private final int divisor;
  private final String humans;
  private final String personas;

  Kind(long seed, int divisor, String humans, String personas) {
    this.seed = seed;
    this.divisor = divisor;
    this.humans = humans;
    this.personas = personas;
  }

  long seed() {
    return seed;
  }

  /** Returns what a persona's counts of one trait sum to. */
  public int divisor() {
    return divisor;
  }

  /** Returns the checksum of the first 10,000 people. */
  public String humans() {
    return humans;
  }

  /** Returns the checksum of the first 10,000 personas. */
  public String personas() {
    return personas;
  }

  /** Returns the name as it is printed. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
