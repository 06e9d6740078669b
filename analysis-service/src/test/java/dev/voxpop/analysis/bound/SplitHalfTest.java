package dev.voxpop.analysis.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.structure.Design;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** The instance is rebuilt from its recipe; its check values are part of the recipe. */
class SplitHalfTest {

  private static final Panel PANEL = PanelInstance.create();

  @Test
  void draws_knownIndexes_giveKnownBits() {
    Draws draws = new Draws(1, 1);

    assertThat(draws.value(0)).isEqualTo(0x6078bf180ff8632fL);
    assertThat(new int[] {draws.below(0, 10000), draws.below(1, 10000), draws.below(2, 10000)})
        .containsExactly(3768, 8168, 2682);
  }

  @Test
  void instance_rebuilt_hasItsCheckSums() throws Exception {
    byte[] answers = new byte[PANEL.size() * PANEL.questions()];
    ByteBuffer weights = ByteBuffer.allocate(4 * PANEL.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < PANEL.size(); i++) {
      weights.putInt((int) Math.round(PANEL.weight(i) * 100));
      for (int q = 0; q < PANEL.questions(); q++) {
        answers[i * 60 + q] = (byte) (PANEL.valid(i, q) ? PANEL.cell(i, q) + 1 : 99);
      }
    }

    assertThat(start(answers)).isEqualTo("2fcd0061bf095b3f");
    assertThat(start(weights.array())).isEqualTo("6fe9bc8e844fab7e");
    assertThat(Design.completeRows(PANEL)).hasSize(7418);
  }

  @Test
  void half_firstIteration_hasItsCheckSum() throws Exception {
    long[] bits = new Halves(PanelInstance.PEOPLE, PanelInstance.SEED).of(0);
    ByteBuffer packed = ByteBuffer.allocate(8 * bits.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(bits).forEach(packed::putLong);

    assertThat(start(Arrays.copyOf(packed.array(), 1250))).isEqualTo("0e46a1bf71cbfc50");
    assertThat(Arrays.stream(bits).map(Long::bitCount).sum()).isEqualTo(5000);
  }

  @Test
  void bound_oneSplit_equalsIndependentCalculation() {
    HumanBound bound = bound(1);

    assertThat(bound.mean(Measure.EMD).mean()).isCloseTo(0.0280881281907, within(1e-12));
    assertThat(matrix(bound, MatrixMeasure.FROBENIUS)).isCloseTo(1.4017852208511, within(1e-12));
    assertThat(matrix(bound, MatrixMeasure.L1)).isCloseTo(66.7658952941, within(1e-9));
    assertThat(matrix(bound, MatrixMeasure.CBS)).isCloseTo(0.0066625148936, within(1e-12));
  }

  @Test
  void bound_twentySplits_equalsIndependentCalculation() {
    HumanBound bound = bound(20);

    assertThat(bound.mean(Measure.EMD).mean()).isCloseTo(0.0270895379565, within(1e-12));
    assertThat(matrix(bound, MatrixMeasure.FROBENIUS)).isCloseTo(1.5189157250990, within(1e-12));
    assertThat(matrix(bound, MatrixMeasure.L1)).isCloseTo(72.2540583219, within(1e-9));
    assertThat(matrix(bound, MatrixMeasure.CBS)).isCloseTo(0.0078014005866, within(1e-12));
  }

  @Test
  void bound_oneThreadOrSeven_hasTheSameBits() throws Exception {
    Panel slice = PANEL.where(row -> row < 700);
    HumanBound alone;
    HumanBound many;
    try (ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool seven = new ForkJoinPool(7)) {
      alone = one.submit(() -> SplitHalf.of(slice, NominalEmd.ABSENT, 130, 5).orElseThrow()).get();
      many = seven.submit(() -> SplitHalf.of(slice, NominalEmd.ABSENT, 130, 5).orElseThrow()).get();
    }

    assertThat(alone).isEqualTo(many);
  }

  @Test
  void bound_fewerThanTwentyPeople_isAbsent() {
    Panel few = PANEL.where(row -> row < 19);

    assertThat(SplitHalf.of(few, NominalEmd.ABSENT, 10, 1)).isEmpty();
  }

  @Test
  void halves_oddNumberOfPeople_holdTheSmallerHalf() {
    Halves halves = new Halves(131, 3);

    for (int b = 0; b < 50; b++) {
      assertThat(Arrays.stream(halves.of(b)).map(Long::bitCount).sum()).isEqualTo(65);
    }
  }

  private static HumanBound bound(int splits) {
    return SplitHalf.of(PANEL, NominalEmd.ABSENT, splits, PanelInstance.SEED).orElseThrow();
  }

  private static double matrix(HumanBound bound, MatrixMeasure measure) {
    return bound.matrix(Preset.ORIGINAL, measure).mean();
  }

  private static String start(byte[] bytes) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
    return HexFormat.of().formatHex(hash, 0, 8);
  }
}
