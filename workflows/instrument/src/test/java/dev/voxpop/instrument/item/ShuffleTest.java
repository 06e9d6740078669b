package dev.voxpop.instrument.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShuffleTest {
  @Test
  void sameSeed_order_isTheSame() {
    List<String> letters = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    assertThat(Shuffle.seeded(42).of(letters)).isEqualTo(Shuffle.seeded(42).of(letters));
    assertThat(Shuffle.seeded(42).of(letters)).isNotEqualTo(Shuffle.seeded(43).of(letters));
  }

  @Test
  void publishedSequence_order_staysWhatItWas() {
    // SplitMix64 from 1234567 begins 6457827717110365317, 3203168211198807973, 9817491932198370423
    // (reference C of Vigna); high words of the products with 4, 3 and 2 are 1, 0 and 1.
    assertThat(Shuffle.seeded(1234567).of(List.of(0, 1, 2, 3))).containsExactly(2, 3, 0, 1);
  }

  @Test
  void manySeeds_orders_areUniform() {
    Map<List<Integer>, Integer> counts = new HashMap<>();
    for (long seed = 0; seed < 60_000; seed++) {
      counts.merge(Shuffle.seeded(seed).of(List.of(0, 1, 2)), 1, Integer::sum);
    }
    assertThat(counts).hasSize(6);
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(9_545, 10_455));
  }
}
