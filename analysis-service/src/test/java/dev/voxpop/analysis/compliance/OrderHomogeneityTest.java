package dev.voxpop.analysis.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.panel.Item;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reference values: R 4.2.2, {@code Rscript reference/further.R}. */
class OrderHomogeneityTest {

  private static final Item ITEM = Item.ordinal("q", 4);
  private static final List<Integer> ASCENDING = List.of(0, 1, 2, 3);
  private static final List<Integer> DESCENDING = List.of(3, 2, 1, 0);

  @Test
  void effect_twoOrders_equalsChiSquareInR() {
    OrderEffect effect =
        OrderHomogeneity.of(
            ITEM,
            cells(
                i -> {
                  boolean moved = order(i) == 1 && new Draws(9, 3).below(i, 10) < 3;
                  return Math.min(3, new Draws(9, 2).below(i, 4) + (moved ? 1 : 0));
                }),
            1);

    assertThat(effect.chiSquare()).isCloseTo(4.680446142480976, within(1e-12));
    assertThat(effect.degrees()).isEqualTo(3);
    assertThat(effect.p()).isCloseTo(0.19674866301941327, within(.04));
    assertThat(effect.flagged()).isFalse();
    assertThat(effect.n()).isEqualTo(240);
  }

  @Test
  void effect_firstPositionIsPreferred_isFlagged() {
    OrderEffect effect =
        OrderHomogeneity.of(
            ITEM,
            cells(
                i -> new Draws(9, 5).below(i, 10) < 6 ? 3 * order(i) : new Draws(9, 2).below(i, 4)),
            1);

    assertThat(effect.flagged()).isTrue();
    assertThat(effect.p()).isCloseTo(.001, within(1e-12));
    assertThat(effect.positions().getFirst()).isGreaterThan(.6);
    assertThat(effect.ascending().orElseThrow().shares().getFirst()).isGreaterThan(.6);
    assertThat(effect.descending().orElseThrow().shares().getLast()).isGreaterThan(.6);
  }

  @Test
  void effect_everybodyAnswersInTheMiddle_isNotFlagged() {
    OrderEffect effect = OrderHomogeneity.of(ITEM, cells(i -> 1 + new Draws(9, 2).below(i, 2)), 1);

    assertThat(effect.positions().getFirst()).isZero();
    assertThat(effect.flagged()).isFalse();
  }

  @Test
  void effect_oneOrderOrNoAnswer_doesNotExist() {
    List<CellRecord> one = List.of(cell(0, 0, 2, ASCENDING), cell(1, 0, 1, ASCENDING));

    assertThat(OrderHomogeneity.of(ITEM, one, 1).p()).isNaN();
    assertThat(OrderHomogeneity.of(ITEM, one, 1).descending()).isEmpty();
    assertThat(OrderHomogeneity.of(ITEM, List.of(), 1).flagged()).isFalse();
  }

  @Test
  void effect_shownRefusalAmongTheOptions_isNoPosition() {
    List<CellRecord> shown =
        List.of(cell(0, 0, 3, List.of(4, 0, 1, 2, 3)), cell(1, 0, 0, List.of(3, 2, 1, 0, 4)));

    OrderEffect effect = OrderHomogeneity.of(ITEM, shown, 1);

    assertThat(effect.positions()).containsExactly(0.0, 0.0, 0.0, 1.0);
    assertThat(effect.orders()).isEqualTo(2);
  }

  @Test
  void effect_optionThatWasNotDisplayed_isLeftOut() {
    assertThat(OrderHomogeneity.of(ITEM, List.of(cell(0, 0, 3, List.of(0, 1))), 1).n()).isZero();
  }

  @Test
  void p_ordersWithoutInfluence_isUniform() {
    int small = 0;
    for (int run = 0; run < 200; run++) {
      Draws draws = new Draws(1000 + run, 1);
      List<CellRecord> cells =
          IntStream.range(0, 120)
              .mapToObj(
                  i ->
                      cell(
                          i / 2,
                          i % 2,
                          draws.below(i / 2, 3),
                          draws.below(500 + i, 2) == 0 ? ASCENDING : DESCENDING))
              .toList();
      small += OrderHomogeneity.of(ITEM, cells, run).p() <= .1 ? 1 : 0;
    }

    assertThat(small).isBetween(8, 34);
  }

  private static List<CellRecord> cells(IntUnaryOperator option) {
    return IntStream.range(0, 240)
        .mapToObj(i -> cell(i, 0, option.applyAsInt(i), order(i) == 0 ? ASCENDING : DESCENDING))
        .toList();
  }

  private static int order(int i) {
    return new Draws(9, 1).below(i, 2);
  }

  private static CellRecord cell(int persona, int repeat, int option, List<Integer> order) {
    String id = "b-%04d".formatted(persona);
    return new CellRecord(
        id, id, null, "q", repeat, CellRecord.VALID, option, null, 1, CellRecord.VALID, order);
  }
}
