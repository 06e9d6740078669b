package dev.voxpop.analysis.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.ItemKind;
import dev.voxpop.analysis.panel.Keying;
import dev.voxpop.analysis.panel.Option;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Laws of the distances on random distributions; the seed is in the name of each test. */
class DistancePropertiesTest {

  private static final double TINY = 1e-12;

  @TestFactory
  List<DynamicTest> distances_randomDistributions_obeyTheirLaws() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int seed = 0; seed < 200; seed++) {
      Draws draws = new Draws(seed, 1);
      tests.add(DynamicTest.dynamicTest("seed " + seed, () -> laws(draws)));
    }
    return tests;
  }

  private static void laws(Draws draws) {
    int levels = 2 + draws.below(0, 6);
    Item item = item(draws, levels);
    double[] a = shares(draws, 100, levels);
    double[] b = shares(draws, 200, levels);
    double[] c = shares(draws, 300, levels);
    double emd = EarthMover.raw(item, a, b);
    double tv = TotalVariation.of(a, b);

    assertThat(EarthMover.raw(item, a, a)).isZero();
    assertThat(TotalVariation.of(a, a)).isZero();
    assertThat(emd).isPositive().isCloseTo(EarthMover.raw(item, b, a), within(TINY));
    assertThat(tv).isPositive().isCloseTo(TotalVariation.of(b, a), within(TINY));
    assertThat(EarthMover.raw(item, a, c))
        .isLessThanOrEqualTo(emd + EarthMover.raw(item, b, c) + TINY);
    assertThat(TotalVariation.of(a, c)).isLessThanOrEqualTo(tv + TotalVariation.of(b, c) + TINY);
    assertThat(EarthMover.raw(reversed(item), reversed(a), reversed(b)))
        .isCloseTo(emd, within(TINY));
    assertThat(TotalVariation.of(rotated(a), rotated(b))).isCloseTo(tv, within(TINY));
    assertThat(emd).isBetween(tv * smallestGap(item) - TINY, tv * item.span() + TINY);
  }

  private static Item item(Draws draws, int levels) {
    List<Option> options = new ArrayList<>();
    double position = 0;
    for (int k = 0; k < levels; k++) {
      position += 0.25 + draws.unit(10 + k);
      options.add(new Option("" + k, "", position));
    }
    return new Item("q", "q", ItemKind.ORDINAL, options, Keying.AS_CODED);
  }

  private static Item reversed(Item item) {
    List<Option> options = new ArrayList<>();
    for (int k = item.levels() - 1; k >= 0; k--) {
      options.add(new Option("" + k, "", -item.position(k)));
    }
    return new Item("q", "q", ItemKind.ORDINAL, options, Keying.AS_CODED);
  }

  private static double[] reversed(double[] shares) {
    double[] other = new double[shares.length];
    for (int k = 0; k < shares.length; k++) {
      other[k] = shares[shares.length - 1 - k];
    }
    return other;
  }

  private static double[] rotated(double[] shares) {
    double[] other = new double[shares.length];
    for (int k = 0; k < shares.length; k++) {
      other[k] = shares[(k + 1) % shares.length];
    }
    return other;
  }

  private static double smallestGap(Item item) {
    double gap = Double.POSITIVE_INFINITY;
    for (int k = 1; k < item.levels(); k++) {
      gap = Math.min(gap, item.position(k) - item.position(k - 1));
    }
    return gap;
  }

  private static double[] shares(Draws draws, long first, int levels) {
    double[] shares = new double[levels];
    double sum = 0;
    for (int k = 0; k < levels; k++) {
      shares[k] = draws.unit(first + k);
      sum += shares[k];
    }
    for (int k = 0; k < levels; k++) {
      shares[k] /= sum;
    }
    return shares;
  }
}
