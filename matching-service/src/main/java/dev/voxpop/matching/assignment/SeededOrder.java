package dev.voxpop.matching.assignment;

import java.util.SplittableRandom;

/**
 * A seeded permutation of things that are already in id order.
 *
 * <p>Because the start is the id order, the permutation depends on the set of ids and the seed, not
 * on the order in which the things arrived.
 */
public final class SeededOrder {

  private SeededOrder() {}

  /** Returns the things in permuted order: element r is the thing at rank r. */
  public static int[] permutation(int size, long seed, String purpose) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    var random = new SplittableRandom(new SeededKey(seed).of(purpose));
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int held = order[i];
      order[i] = order[other];
      order[other] = held;
    }
    return order;
  }

  /** Returns the rank of each thing under a permutation. */
  public static int[] ranks(int[] permutation) {
    int[] ranks = new int[permutation.length];
    for (int rank = 0; rank < permutation.length; rank++) {
      ranks[permutation[rank]] = rank;
    }
    return ranks;
  }
}
