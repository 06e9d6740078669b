package dev.voxpop.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The order of a list against sorting all of its entries at once. */
class RankedListPropertiesTest {

  private static final int CASES = 200;

  @Test
  void list_manyEqualAndNearlyEqualWeights_isInOrderOfWeightThenRank() {
    var random = new SplittableRandom(1);
    for (int run = 0; run < CASES; run++) {
      double[] weights = weights(random, 1 + random.nextInt(600), 1 + random.nextInt(40));
      assertThat(read(weights, Integer.MAX_VALUE)).containsExactly(sorted(weights));
    }
  }

  @Test
  void list_moreEqualWeightsThanABandHasPlaces_isInOrderOfRank() {
    double[] weights = weights(new SplittableRandom(2), 10_000, 2);
    assertThat(read(weights, Integer.MAX_VALUE)).containsExactly(sorted(weights));
  }

  @Test
  void list_mostWeightsFarBelowTheLargest_isInOrderOfWeightThenRank() {
    var random = new SplittableRandom(4);
    for (int run = 0; run < CASES; run++) {
      int power = 1 << random.nextInt(8);
      double[] weights =
          random.doubles(2_000).map(draw -> Math.max(1e-300, Math.pow(draw, power))).toArray();
      weights[0] = 1;
      assertThat(read(weights, Integer.MAX_VALUE)).containsExactly(sorted(weights));
    }
  }

  @Test
  void list_cutWhileItGrows_beginsLikeTheWholeOne() {
    var random = new SplittableRandom(3);
    for (int run = 0; run < CASES; run++) {
      double[] weights = weights(random, 100 + random.nextInt(600), 1 + random.nextInt(40));
      int[] read = read(weights, 20);
      assertThat(read).hasSizeBetween(1, 65);
      assertThat(read).containsExactly(Arrays.copyOf(sorted(weights), read.length));
    }
  }

  /** Weights of a few values, some of which are neighbours. */
  private static double[] weights(SplittableRandom random, int count, int values) {
    return random
        .doubles(count)
        .map(draw -> (1 + Math.floor(draw * values)) / values)
        .map(weight -> random.nextBoolean() ? weight : Math.nextDown(weight))
        .toArray();
  }

  /** Returns the ranks as a list gives them that was filled in blocks and cut in between. */
  private static int[] read(double[] weights, int limit) {
    int[] ranks = SeededOrder.permutation(weights.length, 7, "test");
    var list = new RankedList(limit);
    for (int from = 0; from < weights.length; from += 25) {
      int[] block = IntStream.range(from, Math.min(weights.length, from + 25)).toArray();
      list.reserve(block.length, 0);
      list.append(ranks, block, Arrays.copyOfRange(weights, from, weights.length), block.length);
      if (list.size() > 2L * limit) {
        list.cut();
      }
    }
    list.close();
    list.order(list.size() - 1, Double::doubleToRawLongBits, new Band());
    return list.members();
  }

  private static int[] sorted(double[] weights) {
    int[] personas = SeededOrder.ranks(SeededOrder.permutation(weights.length, 7, "test"));
    return IntStream.range(0, weights.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(rank -> -weights[personas[rank]])
                .thenComparing(rank -> rank))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
