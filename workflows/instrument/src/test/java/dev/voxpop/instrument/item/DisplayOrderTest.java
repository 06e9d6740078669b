package dev.voxpop.instrument.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisplayOrderTest {
  @Test
  void rotation_positions_nameTheOriginalShownThere() {
    DisplayOrder order = DisplayOrder.of(1, 2, 0);
    assertThat(order.arrange(List.of("one", "two", "three")))
        .containsExactly("two", "three", "one");
    assertThat(order.originalAt(0)).isEqualTo(1);
    assertThat(order.originalAt(2)).isZero();
    assertThat(order.positionOf(0)).isEqualTo(2);
  }

  @Test
  void everyPermutationUpToFive_positionAndOriginal_invertEachOther() {
    for (int size = 1; size <= 5; size++) {
      for (DisplayOrder order : new Permutations.Any(Set.of()).orders(size)) {
        for (int p = 0; p < size; p++) {
          assertThat(order.positionOf(order.originalAt(p))).isEqualTo(p);
        }
      }
    }
  }

  @Test
  void notAPermutation_isRefused() {
    assertThatThrownBy(() -> DisplayOrder.of(0, 2)).hasMessageContaining("[0, 2]");
    assertThatThrownBy(() -> DisplayOrder.of(0, 0)).hasMessageContaining("Maybe");
    assertThatThrownBy(() -> DisplayOrder.of(-1, 0)).hasMessageContaining("[-1, 0]");
  }

  @Test
  void extendedOrder_newOptions_keepTheirPlace() {
    assertThat(DisplayOrder.of(1, 0).extendedTo(4)).isEqualTo(DisplayOrder.of(1, 0, 2, 3));
    assertThat(DisplayOrder.of(3, 1, 0, 2).shortenedTo(2)).isEqualTo(DisplayOrder.of(1, 0));
  }
}
