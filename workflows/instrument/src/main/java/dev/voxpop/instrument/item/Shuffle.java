package dev.voxpop.instrument.item;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A seeded shuffle whose result is part of the published behaviour.
 *
 * <p>Computes a Fisher-Yates permutation driven by the SplitMix64 sequence [1]; a bounded number is
 * the high half of the 128-bit product of bound and draw [2], so the bias of a draw below b is at
 * most b/2⁶⁴. The same seed and length give the same permutation on every machine and release.
 * O(n).
 *
 * <p>[1] Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195. [2] Lemire 2019,
 * doi:10.1145/3230636.
 */
public final class Shuffle {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  private Shuffle(long seed) {
    state = seed;
  }

  /** A shuffle that starts from a seed. */
  public static Shuffle seeded(long seed) {
    return new Shuffle(seed);
  }

  /** The elements in a new random order; a second call draws another one. */
  public <T> List<T> of(List<T> elements) {
    List<T> shuffled = new ArrayList<>(elements);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, below(i + 1, next()));
    }
    return List.copyOf(shuffled);
  }

  /** The number in 0 to bound − 1 that 64 uniform bits stand for. */
  public static int below(int bound, long bits) {
    return (int) Math.unsignedMultiplyHigh(bound, bits);
  }

  private long next() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
