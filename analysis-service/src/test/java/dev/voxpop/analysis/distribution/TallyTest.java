package dev.voxpop.analysis.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final List<Item> ITEMS = List.of(Item.ordinal("q", 4));

  @Test
  void shares_optionNobodyChose_isZero() {
    Panel panel = panel(person("a", 1, 0), person("b", 3, 2), person("c", 9, Cells.REFUSED));

    Distribution weighted = Tally.of(panel, RowWeights.own(panel)).getFirst();

    assertThat(weighted.shares()).containsExactly(.25, 0.0, .75, 0.0);
    assertThat(weighted.n()).isEqualTo(2);
    assertThat(weighted.effective()).isCloseTo(16.0 / 10, within(1e-15));
  }

  @Test
  void shares_noValidCellOfPositiveWeight_areAbsent() {
    Panel panel = panel(person("a", 0, 1), person("b", 2, Cells.MISSING));

    assertThat(Tally.of(panel, RowWeights.own(panel)).getFirst().present()).isFalse();
  }

  @Test
  void repeats_oneSubject_countsOnce() {
    Panel panel =
        panel(
            repeat("a0", "a", 0),
            repeat("a1", "a", 1),
            repeat("a2", "a", 1),
            repeat("a3", "a", Cells.MISSING),
            repeat("b0", "b", 3));

    Distribution shares = Tally.of(panel, RowWeights.equal(panel)).getFirst();

    assertThat(shares.share(0)).isCloseTo(1.0 / 6, within(1e-15));
    assertThat(shares.share(1)).isCloseTo(1.0 / 3, within(1e-15));
    assertThat(shares.share(3)).isCloseTo(.5, within(1e-15));
    assertThat(shares.effective()).isCloseTo(2, within(1e-12));
  }

  @Test
  void effectiveNumber_reusedStory_countsClusters() {
    Panel panel =
        panel(
            new Row("a", "a", "s1", null, 1, List.of(0)),
            new Row("b", "b", "s1", null, 1, List.of(1)),
            new Row("c", "c", "s1", null, 1, List.of(1)),
            new Row("d", "d", "s2", null, 1, List.of(2)));

    Distribution equal = Tally.of(panel, RowWeights.equal(panel)).getFirst();
    Distribution perStory = Tally.of(panel, RowWeights.perStory(panel)).getFirst();

    assertThat(equal.effective()).isCloseTo(16.0 / 10, within(1e-12));
    assertThat(perStory.effective()).isCloseTo(2, within(1e-12));
    assertThat(perStory.share(2)).isCloseTo(.5, within(1e-15));
  }

  @Test
  void interval_shareOfZero_isWilsons() {
    // R 4.x: prop.test(0, 20, correct = FALSE)$conf.int gives 0.0000000 0.1611252
    Distribution shares = new Distribution(ITEMS.getFirst(), List.of(0.0, 1.0, 0.0, 0.0), 20, 20);

    assertThat(shares.interval(0).high()).isCloseTo(0.1611252, within(1e-7));
    assertThat(shares.interval(1).low()).isCloseTo(1 - 0.1611252, within(1e-7));
    assertThat(shares.standardError(0)).isZero();
  }

  @Test
  void panel_rowsInAnyOrder_isTheSame() {
    Panel one = panel(person("a", 1, 0), person("b", .1, 1), person("c", .7, 1));
    Panel two = panel(person("c", .7, 1), person("a", 1, 0), person("b", .1, 1));

    assertThat(Tally.of(one, RowWeights.own(one))).isEqualTo(Tally.of(two, RowWeights.own(two)));
  }

  @Test
  void panel_undeclaredOptionOrBadWeight_isRefused() {
    assertThatThrownBy(() -> panel(person("a", 1, 4)))
        .hasMessageContaining("'a'")
        .hasMessageContaining("Maybe");
    assertThatThrownBy(() -> person("a", Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> panel(person("a", 1, 1), person("a", 1, 2)))
        .hasMessageContaining("Two rows");
  }

  private static Panel panel(Row... rows) {
    return Panel.of(ITEMS, List.of(rows));
  }

  private static Row person(String id, double weight, int cell) {
    return Row.person(id, weight, List.of(cell));
  }

  private static Row repeat(String id, String subject, int cell) {
    return new Row(id, subject, subject, null, 1, List.of(cell));
  }
}
