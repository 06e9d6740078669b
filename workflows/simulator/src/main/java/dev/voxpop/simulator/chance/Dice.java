package dev.voxpop.simulator.chance;

import java.util.List;
import java.util.SplittableRandom;

/** Dice that a key throws: the same key gives the same throws. Not for use by two threads. */
public final class Dice {
  private final SplittableRandom random;

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  /** Fresh dice for a key. */
  public static Dice of(long key) {
    return new Dice(new SplittableRandom(key));
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return random.nextDouble();
  }

  /** Standard normal. */
  public double normal() {
    return Normal.quantile((random.nextLong() >>> 12) * 0x1.0p-52 + 0x1.0p-53);
  }

  /** Uniform in 0 … bound − 1. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** A whole number from low to high, both included. */
  public int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** Whether something of this probability happens. */
  public boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** One item, all equally likely. */
  public <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /** An index, drawn in proportion to its weight; the last one when rounding leaves none. */
  public int index(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = random.nextDouble() * total;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
