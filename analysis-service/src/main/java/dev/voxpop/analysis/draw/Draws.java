package dev.voxpop.analysis.draw;

/**
 * A stream of random numbers addressed by index: SplitMix64 as a counter-based generator.
 *
 * <p>{@code value(n)} mixes seed + stream · 0xD1B54A32D192ED03 + (n + 1) · 0x9E3779B97F4A7C15. It
 * depends on its three numbers only, so any thread may draw any index.
 *
 * <p>G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, 2014,
 * doi:10.1145/2714064.2660195.
 *
 * @param seed seed of all streams
 * @param stream which of the streams
 */
public record Draws(long seed, long stream) {

  private static final long STREAM_STEP = 0xD1B54A32D192ED03L;
  private static final long STEP = 0x9E3779B97F4A7C15L;

  /** 64 random bits. */
  public long value(long n) {
    long z = seed + stream * STREAM_STEP + (n + 1) * STEP;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A number in 0 … k − 1. */
  public int below(long n, int k) {
    return (int) (((value(n) >>> 32) * k) >>> 32);
  }

  /** A number in [0, 1). */
  public double unit(long n) {
    return (value(n) >>> 11) * 0x1.0p-53;
  }
}
