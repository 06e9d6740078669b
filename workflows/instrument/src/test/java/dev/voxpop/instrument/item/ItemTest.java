package dev.voxpop.instrument.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemTest {
  private static final ItemOption YES = ItemOption.substantive("1", "Yes", List.of());
  private static final ItemOption NO = ItemOption.substantive("2", "No", List.of());
  private static final ItemOption REFUSED = ItemOption.refusal("99", "No answer");

  @Test
  void shownRefusal_underEveryOrder_staysLast() {
    Item item = Item.of("q", "Well?", List.of(YES, NO, REFUSED), Permutations.reversible());
    assertThat(item.orders()).containsExactly(DisplayOrder.of(0, 1, 2), DisplayOrder.of(1, 0, 2));
    assertThat(item.drawOrder(-1L)).isEqualTo(DisplayOrder.of(1, 0, 2));
    assertThat(item.drawOrder(0)).isEqualTo(item.ownOrder());
  }

  @Test
  void orderWithItsOwnWording_text_isThatWording() {
    Map<DisplayOrder, String> wordings = Map.of(DisplayOrder.of(1, 0), "No or yes?");
    Item item =
        new Item(
            "q",
            "Yes or no?",
            List.of(YES, NO, REFUSED),
            Optional.empty(),
            Permutations.reversible(),
            wordings);
    assertThat(item.text(DisplayOrder.of(0, 1, 2))).isEqualTo("Yes or no?");
    assertThat(item.text(DisplayOrder.of(1, 0, 2))).isEqualTo("No or yes?");
  }

  @Test
  void doubledKeyOrEarlyRefusal_isRefused() {
    assertThatThrownBy(() -> Item.of("q", "?", List.of(YES, YES), Permutations.none()))
        .hasMessageContaining("key 1");
    assertThatThrownBy(() -> Item.of("q", "?", List.of(REFUSED, YES), Permutations.none()))
        .hasMessageContaining("after a refusal");
  }
}
