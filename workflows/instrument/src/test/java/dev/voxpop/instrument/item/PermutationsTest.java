package dev.voxpop.instrument.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PermutationsTest {
  @Test
  void none_orders_areTheIdentityAlone() {
    assertThat(Permutations.none().orders(3)).containsExactly(DisplayOrder.identity(3));
  }

  @Test
  void reversible_orders_areIdentityAndReversal() {
    assertThat(Permutations.reversible().orders(4))
        .containsExactly(DisplayOrder.identity(4), DisplayOrder.of(3, 2, 1, 0));
  }

  @Test
  void any_orders_areAllOfThem() {
    List<DisplayOrder> orders = new Permutations.Any(Set.of()).orders(4);
    assertThat(orders).hasSize(24).doesNotHaveDuplicates();
  }

  @Test
  void anyWithFixedOption_orders_leaveItInPlace() {
    List<DisplayOrder> orders = new Permutations.Any(Set.of(1)).orders(4);
    assertThat(orders).hasSize(6).doesNotHaveDuplicates();
    assertThat(orders).allSatisfy(order -> assertThat(order.originalAt(1)).isEqualTo(1));
  }

  @Test
  void any_ofSevenOptions_isRefused() {
    Permutations any = new Permutations.Any(Set.of());
    assertThatThrownBy(() -> any.orders(7)).hasMessageContaining("7");
  }

  @Test
  void draw_overManySeeds_isUniform() {
    Permutations any = new Permutations.Any(Set.of());
    Map<DisplayOrder, Integer> counts = new HashMap<>();
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 60_000; i++) {
      counts.merge(any.draw(3, random.nextLong()), 1, Integer::sum);
    }
    // binomial standard deviation is 91; five of them
    assertThat(counts).hasSize(6);
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(9_545, 10_455));
  }
}
