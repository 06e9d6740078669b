package dev.voxpop.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.audit.FactorShare.Flag;
import dev.voxpop.analysis.draw.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reference values: R 4.2.2, {@code Rscript reference/further.R}. */
class FactorShareTest {

  private static final List<Factor> FACTORS =
      List.of(
          new Factor("option-order", List.of("declared", "reversed")),
          new Factor("symbols", List.of("letters", "digits", "none")));

  @Test
  void share_twoLevels_equalsAnalysisOfVarianceInR() {
    int[] levels = IntStream.range(0, 240).map(i -> draw(1, i, 2)).toArray();
    int[] options =
        IntStream.range(0, 240)
            .map(i -> Math.min(3, draw(2, i, 4) + (levels[i] == 1 && draw(3, i, 10) < 3 ? 1 : 0)))
            .toArray();

    FactorShare share = FactorShare.of("option-order", levels, options, new Draws(1, 1));

    assertThat(share.share()).isCloseTo(0.0026680337583444933, within(1e-12));
    assertThat(share.flag()).isEqualTo(Flag.STABLE);
  }

  @Test
  void design_anyNumberOfPersonas_isBalancedAndSeeded() {
    BalancedDesign design = BalancedDesign.of(FACTORS, 100, 7);
    int[][] both = new int[2][3];
    for (int i = 0; i < design.personas(); i++) {
      both[design.level(i, 0)][design.level(i, 1)]++;
    }

    assertThat(Arrays.stream(both[0]).sum()).isEqualTo(50);
    for (int level = 0; level < 3; level++) {
      assertThat(both[0][level] + both[1][level]).isBetween(33, 34);
      assertThat(both[0][level]).isBetween(8, 26);
    }
    BalancedDesign again = BalancedDesign.of(FACTORS, 100, 7);
    assertThat(IntStream.range(0, 100).allMatch(i -> again.level(i, 1) == design.level(i, 1)))
        .isTrue();
  }

  @Test
  void audit_oneFactorMatters_onlyThatOneIsFlagged() {
    BalancedDesign design = BalancedDesign.of(FACTORS, 600, 7);
    int[] order = IntStream.range(0, 600).map(i -> design.level(i, 0)).toArray();
    int[] symbols = IntStream.range(0, 600).map(i -> design.level(i, 1)).toArray();
    int[] options =
        IntStream.range(0, 600)
            .map(i -> draw(5, i, 10) < 4 ? 3 * order[i] : draw(6, i, 4))
            .toArray();

    FactorShare strong = FactorShare.of("option-order", order, options, new Draws(1, 1));
    FactorShare idle = FactorShare.of("symbols", symbols, options, new Draws(1, 2));

    assertThat(strong.flag()).isEqualTo(Flag.FRAGILE);
    assertThat(strong.p()).isCloseTo(.001, within(1e-12));
    assertThat(idle.flag()).isEqualTo(Flag.STABLE);
  }

  @Test
  void share_nothingVaries_doesNotExist() {
    FactorShare share =
        FactorShare.of("symbols", new int[] {0, 1, 0}, new int[] {2, 2, 2}, new Draws(1, 1));

    assertThat(share.share()).isNaN();
    assertThat(share.flag()).isEqualTo(Flag.STABLE);
    assertThatThrownBy(() -> new Factor("symbols", List.of("letters", "letters")))
        .hasMessageContaining("Maybe give it two different ones");
  }

  private static int draw(int stream, int n, int k) {
    return new Draws(9, stream).below(n, k);
  }
}
