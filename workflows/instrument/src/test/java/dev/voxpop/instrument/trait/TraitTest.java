package dev.voxpop.instrument.trait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.instrument.file.Shipped;
import dev.voxpop.instrument.item.Band;
import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.instrument.item.Item;
import dev.voxpop.instrument.item.ItemOption;
import dev.voxpop.instrument.item.OptionRole;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraitTest {
  private static final Traits TRAITS = Shipped.traits();

  @Test
  void surveyItem_options_endWithTheRefusal() {
    Item item = TRAITS.require("region").item();
    assertThat(item.size()).isEqualTo(5);
    assertThat(item.option(4).role()).isEqualTo(OptionRole.REFUSAL);
    assertThat(item.option(4).text()).isEqualTo("Prefer not to answer");
    assertThat(TRAITS.require("region").itemWithoutRefusal().size()).isEqualTo(4);
  }

  @Test
  void readerItem_options_endWithNotMentionedInsteadOfTheRefusal() {
    Item item = TRAITS.require("education").readerItem().orElseThrow();
    assertThat(item.size()).isEqualTo(9);
    assertThat(item.option(8).role()).isEqualTo(OptionRole.NOT_MENTIONED);
    assertThat(item.options()).noneMatch(o -> o.role() == OptionRole.REFUSAL);
  }

  @Test
  void ageBands_areHalfOpenWholeYears() {
    List<Band> bands =
        TRAITS.require("age_4").options().stream().map(o -> o.band().orElseThrow()).toList();
    assertThat(bands.getFirst().contains(18)).isTrue();
    assertThat(bands.getFirst().contains(30)).isFalse();
    assertThat(bands.get(1).contains(30)).isTrue();
    assertThat(bands.getLast().contains(17)).isFalse();
    assertThat(bands.getLast().isOpenEnded()).isTrue();
  }

  @Test
  void incomeBands_coverEveryAmountOnce() {
    List<TraitOption> options = TRAITS.require("income_13").options();
    for (int amount = 0; amount <= 300_000; amount += 500) {
      double money = amount;
      assertThat(options.stream().filter(o -> o.band().orElseThrow().contains(money))).hasSize(1);
    }
  }

  @Test
  void party_swappedOrder_namesTheFirstTwoInDisplayedOrder() {
    Item item = TRAITS.require("party").item();
    DisplayOrder swapped = DisplayOrder.of(1, 0, 2, 3, 4, 5);
    assertThat(item.orders()).containsExactly(item.ownOrder(), swapped);
    assertThat(item.text(item.ownOrder())).contains("a Democrat, a Republican");
    assertThat(item.text(swapped)).contains("a Republican, a Democrat");
    assertThat(swapped.arrange(item.options()))
        .extracting(ItemOption::key)
        .startsWith("republican", "democrat");
  }

  @Test
  void party_followUps_areAskedAfterTheirOptions() {
    assertThat(TRAITS.require("party").followUps())
        .containsExactly(
            new FollowUp("strength_democrat", Set.of("democrat")),
            new FollowUp("strength_republican", Set.of("republican")),
            new FollowUp("leaning", Set.of("independent")));
    assertThat(TRAITS.require("party").followUps())
        .allSatisfy(followUp -> assertThat(TRAITS.find(followUp.trait())).isPresent());
  }

  @Test
  void ideology_orders_areIdentityAndReversalWithTheRefusalLast() {
    assertThat(TRAITS.require("ideology").item().orders())
        .containsExactly(
            DisplayOrder.of(0, 1, 2, 3, 4, 5, 6), DisplayOrder.of(5, 4, 3, 2, 1, 0, 6));
  }
}
