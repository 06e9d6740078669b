package dev.voxpop.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalancedDesignTest {

  @Test
  void cells_asManyAsCombinations_areEachCombinationOnce() {
    BalancedDesign design = BalancedDesign.ofCells(factors("2,3,2"), 12, 5);

    assertThat(cells(design)).doesNotHaveDuplicates().hasSize(12);
    assertThat(cells(design).getFirst()).containsExactly(0, 0, 0);
    assertThat(cells(design).getLast()).containsExactly(1, 2, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2,2,2 | 4",
        "2,2,2,2 | 8",
        "2,2,2,2,2 | 16",
        "2,2,3 | 12",
        "3,3,3 | 9",
        "2,4,2 | 8",
        "2,3,2 | 6",
        "2,2,3,4,2 | 16",
        "3,4 | 7",
        "2,2,2,2,5 | 20"
      })
  void cells_fewerThanCombinations_everyTwoLevelsMeetEquallyOftenAsFarAsTheSizeAllows(
      String sizes, int count) {
    List<Factor> factors = factors(sizes);
    BalancedDesign design = BalancedDesign.ofCells(factors, count, 20260101);

    for (int f = 0; f < factors.size(); f++) {
      int levels = factors.get(f).levels().size();
      int factor = f;
      assertThat(counts(levels, design.personas(), cell -> design.level(cell, factor)))
          .allSatisfy(n -> assertThat(n).isBetween(count / levels, (count + levels - 1) / levels));
      for (int g = 0; g < f; g++) {
        int other = g;
        int wide = factors.get(g).levels().size();
        int met = levels * wide;
        assertThat(
                counts(
                    met,
                    count,
                    cell -> design.level(cell, factor) * wide + design.level(cell, other)))
            .allSatisfy(n -> assertThat(n).isBetween(count / met, (count + met - 1) / met));
      }
    }
  }

  @Test
  void cells_halfOfFourFactors_leaveNoFactorMixedWithWhatTwoOthersDoTogether() {
    BalancedDesign design = BalancedDesign.ofCells(factors("2,2,2,2"), 8, 3);
    for (int f = 0; f < 4; f++) {
      int left = f;
      int[] rest = IntStream.range(0, 4).filter(g -> g != left).toArray();
      assertThat(
              counts(
                  8,
                  8,
                  cell ->
                      4 * design.level(cell, rest[0])
                          + 2 * design.level(cell, rest[1])
                          + design.level(cell, rest[2])))
          .containsOnly(1);
    }
  }

  @Test
  void cells_sameSeed_areTheSameAndOtherSeedsGiveOthers() {
    Set<List<List<Integer>>> designs = new HashSet<>();
    for (int seed = 0; seed < 8; seed++) {
      List<List<Integer>> cells = cells(BalancedDesign.ofCells(factors("2,3,4"), 12, seed));
      assertThat(cells(BalancedDesign.ofCells(factors("2,3,4"), 12, seed))).isEqualTo(cells);
      assertThat(cells).doesNotHaveDuplicates();
      designs.add(cells);
    }
    assertThat(designs.size()).isGreaterThan(1);
  }

  @Test
  void cells_moreThanCombinations_areRefused() {
    assertThatThrownBy(() -> BalancedDesign.ofCells(factors("2,2"), 5, 1))
        .hasMessageContaining("4 combinations of levels for 5 cells")
        .hasMessageContaining("Maybe use 2 to 4 cells.");
  }

  private static List<Factor> factors(String sizes) {
    return List.of(sizes.split(",")).stream()
        .map(Integer::valueOf)
        .map(
            size ->
                new Factor(
                    "of-" + size, IntStream.range(0, size).mapToObj(Integer::toString).toList()))
        .toList();
  }

  private static List<List<Integer>> cells(BalancedDesign design) {
    return IntStream.range(0, design.personas())
        .mapToObj(
            cell ->
                IntStream.range(0, design.factors().size())
                    .mapToObj(f -> design.level(cell, f))
                    .toList())
        .toList();
  }

  private interface Level {
    int of(int cell);
  }

  private static List<Integer> counts(int levels, int cells, Level level) {
    int[] counts = new int[levels];
    for (int cell = 0; cell < cells; cell++) {
      counts[level.of(cell)]++;
    }
    return IntStream.of(counts).boxed().toList();
  }
}
