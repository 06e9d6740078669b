package dev.voxpop.benchmarks.instance;

/**
 * Numbers drawn by whole-number arithmetic alone, so that any language draws the same.
 *
 * <p>The mixing function is SplitMix64. Steele, G. L., Lea, D., Flood, C. H. (2014). Fast
 * splittable pseudorandom number generators. OOPSLA 2014, 453–472. doi:10.1145/2660193.2660195
 */
public final class Draws {

  private Draws() {}

  /** Returns draw {@code n} of a stream. */
  public static long value(long seed, long stream, long n) {
    long z = seed + stream * 0xD1B54A32D192ED03L + (n + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Returns draw {@code n} of a stream as a number from 0 to k − 1. */
  public static int below(long seed, long stream, long n, int k) {
    return (int) (((value(seed, stream, n) >>> 32) * k) >>> 32);
  }

  /** Returns the first place at which the running sum of weights exceeds x. */
  static int pick(int x, int[] weights) {
    int sum = 0;
    for (int place = 0; place < weights.length; place++) {
      sum += weights[place];
      if (x < sum) {
        return place;
      }
    }
    throw new IllegalArgumentException(
        "%d is not below %d.\nMaybe the draw was made for other weights?".formatted(x, sum));
  }
}
