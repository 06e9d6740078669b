package dev.voxpop.matching.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.trait.TraitLabels;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarginExchangePropertiesTest {

  private static final TraitLabels A = new TraitLabels("a", List.of("x", "y", "z"));
  private static final TraitLabels B = new TraitLabels("b", List.of("u", "v"));
  private static final List<TraitMargin> MARGINS =
      List.of(TraitMargin.of(A, List.of(.6, .3, .1)), TraitMargin.of(B, List.of(.2, .8)));

  @ParameterizedTest
  @EnumSource(Distance.class)
  void choice_onPools_isNoWorseThanRandomOnesAndLocallyOptimal(Distance distance) {
    for (int seed = 0; seed < 10; seed++) {
      MarginExchange exchange =
          MarginExchange.of(pool(new SplittableRandom(seed), 120), MARGINS, distance, 30);
      SubPool chosen = exchange.choose(seed, 10_000);
      assertThat(chosen.personas()).hasSize(30).doesNotHaveDuplicates();
      assertThat(chosen.distance()).isLessThanOrEqualTo(chosen.randomBest());
      assertThat(chosen.randomBest()).isLessThanOrEqualTo(chosen.randomMedian());
      assertThat(chosen.complete()).isTrue();
      assertNoSwapHelps(exchange, chosen, 120);
      assertThat(exchange.choose(seed, 10_000)).isEqualTo(chosen);
    }
  }

  @Test
  void choice_onSmallPools_isNearTheExhaustiveBest() {
    double gaps = 0;
    for (int seed = 0; seed < 20; seed++) {
      MarginExchange exchange =
          MarginExchange.of(pool(new SplittableRandom(seed), 12), MARGINS, Distance.SQUARED, 5);
      double best = exhaustive(exchange, 12, 5);
      double found = exchange.choose(seed, 1_000).distance();
      assertThat(found).isGreaterThanOrEqualTo(best - 1e-12);
      gaps += found - best;
    }
    assertThat(gaps / 20).as("mean gap to the exhaustive best").isLessThan(2e-3);
  }

  @Test
  void search_withFewSwaps_saysThatItIsNotComplete() {
    SubPool chosen =
        MarginExchange.of(pool(new SplittableRandom(1), 200), MARGINS, Distance.SQUARED, 40)
            .choose(1, 1);
    assertThat(chosen.swaps()).isEqualTo(1);
    assertThat(chosen.complete()).isFalse();
  }

  @Test
  void label_thatNobodyHas_isRefusedForDivergenceOnly() {
    Personas pool =
        Personas.builder(List.of(A, B)).add("p", 1, 1, 0, 1, 1).add("q", 1, 0, 0, 1, 0).build();
    assertThatThrownBy(() -> MarginExchange.of(pool, MARGINS, Distance.KULLBACK_LEIBLER, 1))
        .hasMessageContaining("\"z\" of trait \"a\"");
    assertThat(MarginExchange.of(pool, MARGINS, Distance.SQUARED, 1).choose(1, 10).personas())
        .hasSize(1);
    assertThatThrownBy(() -> MarginExchange.of(pool, MARGINS, Distance.SQUARED, 3))
        .hasMessageContaining("3 of 2 personas");
  }

  private static void assertNoSwapHelps(MarginExchange exchange, SubPool chosen, int all) {
    int[] personas = chosen.personas().stream().mapToInt(Integer::intValue).toArray();
    for (int out = 0; out < personas.length; out++) {
      int held = personas[out];
      for (int in = 0; in < all; in++) {
        if (!chosen.personas().contains(in)) {
          personas[out] = in;
          assertThat(exchange.of(personas)).isGreaterThan(chosen.distance() - 1.1e-9);
        }
      }
      personas[out] = held;
    }
  }

  private static double exhaustive(MarginExchange exchange, int all, int size) {
    double best = Double.POSITIVE_INFINITY;
    for (int mask = 0; mask < 1 << all; mask++) {
      if (Integer.bitCount(mask) == size) {
        int[] personas = new int[size];
        int at = 0;
        for (int persona = 0; persona < all; persona++) {
          if ((mask >> persona & 1) == 1) {
            personas[at++] = persona;
          }
        }
        best = Math.min(best, exchange.of(personas));
      }
    }
    return best;
  }

  private static Personas pool(SplittableRandom random, int size) {
    var builder = Personas.builder(List.of(A, B));
    for (int i = 0; i < size; i++) {
      builder.add(
          "p" + (1000 + i),
          random.nextInt(10),
          random.nextInt(10),
          1 + random.nextInt(20),
          1 + random.nextInt(10),
          random.nextInt(5));
    }
    return builder.build();
  }
}
