package dev.voxpop.simulator.chance;

/**
 * The 64-bit names of texts and paths. Four characters enter one multiplication; the result is
 * finished with the 64-bit mixer of MurmurHash3. Not for adversaries: equal names of different
 * texts are possible, but at 2⁻⁶⁴ a pair.
 */
public final class Keys {
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private Keys() {}

  /** The name of a text under a seed. */
  public static long of(long seed, CharSequence text) {
    return of(seed, text, 0, text.length());
  }

  /** The name of the part {@code from} … {@code to} (exclusive) of a text under a seed. */
  public static long of(long seed, CharSequence text, int from, int to) {
    long hash = seed ^ (FACTOR * (to - from + 1L));
    int at = from;
    for (; at + 4 <= to; at += 4) {
      long four = text.charAt(at) | ((long) text.charAt(at + 1) << 16);
      four |= ((long) text.charAt(at + 2) << 32) | ((long) text.charAt(at + 3) << 48);
      hash = Long.rotateLeft((hash ^ four) * FACTOR, 29);
    }
    for (; at < to; at++) {
      hash = Long.rotateLeft((hash ^ text.charAt(at)) * FACTOR, 29);
    }
    return finish(hash);
  }

  /** The name of a pair of names; the order matters. */
  public static long mix(long first, long second) {
    return finish(Long.rotateLeft(first * FACTOR, 29) ^ second);
  }

  private static long finish(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }
}
