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

  @Test
  void share_personasAsBlocks_equalsAnalysisOfVarianceInR() {
    FactorShare share = inBlocks(IntStream.range(0, 240).map(i -> i / 8).toArray());

    assertThat(share.share()).isCloseTo(0.011876332440532994, within(1e-12));
    assertThat(share.n()).isEqualTo(240);
  }

  @Test
  void share_personasDiffer_isFoundWithBlocksAndMissedWithout() {
    int n = 160;
    int[] personas = IntStream.range(0, n).map(i -> i / 8).toArray();
    int[] levels = IntStream.range(0, n).map(i -> i % 2).toArray();
    int[] options =
        IntStream.range(0, n)
            .map(i -> draw(7, i, 10) < 2 && levels[i] == 1 ? 3 : draw(8, personas[i], 3))
            .toArray();

    FactorShare blocked = FactorShare.of("symbol", levels, options, personas, new Draws(1, 1));
    FactorShare free = FactorShare.of("symbol", levels, options, new Draws(1, 1));

    assertThat(blocked.p()).isCloseTo(.001, within(1e-12));
    assertThat(blocked.share()).isGreaterThan(free.share());
    assertThat(blocked.p()).isLessThan(free.p());
  }

  @Test
  void share_factorDoesNothing_isFlaggedAsSeldomAsChanceAllows() {
    int[] personas = IntStream.range(0, 96).map(i -> i / 8).toArray();
    int[] levels = IntStream.range(0, 96).map(i -> i % 2).toArray();
    int flagged = 0;
    double sum = 0;
    for (int study = 0; study < 200; study++) {
      int first = 1_000 * study;
      int[] options =
          IntStream.range(0, 96)
              .map(
                  i ->
                      draw(10, first + i, 10) < 5
                          ? draw(11, first + personas[i], 4)
                          : draw(12, first + i, 4))
              .toArray();
      FactorShare share = FactorShare.of("symbol", levels, options, personas, new Draws(study, 1));
      sum += share.share();
      flagged += share.p() < .05 ? 1 : 0;
    }

    assertThat(flagged).isBetween(2, 20);
    assertThat(sum / 200).isLessThan(.01);
  }

  private static FactorShare inBlocks(int[] personas) {
    int[] levels = IntStream.range(0, 240).map(i -> i % 2).toArray();
    int[] options =
        IntStream.range(0, 240)
            .map(
                i ->
                    Math.min(
                        3,
                        (draw(5, i, 10) < 6 ? draw(2, personas[i], 4) : draw(3, i, 4))
                            + (levels[i] == 1 && draw(6, i, 10) < 6 ? 1 : 0)))
            .toArray();
    return FactorShare.of("symbol", levels, options, personas, new Draws(1, 1));
  }

  private static int draw(int stream, int n, int k) {
    return new Draws(9, stream).below(n, k);
  }
}
