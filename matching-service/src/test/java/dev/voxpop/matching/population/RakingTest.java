package dev.voxpop.matching.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.trait.TraitLabels;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RakingTest {

  private static final TraitLabels ROW = new TraitLabels("row", List.of("1", "2"));
  private static final TraitLabels COLUMN = new TraitLabels("column", List.of("1", "2"));
  private static final List<TraitMargin> TARGETS =
      List.of(TraitMargin.of(ROW, List.of(.5, .5)), TraitMargin.of(COLUMN, List.of(.4, .6)));

  @Test
  void modal_workedExample_hasTheKnownWeights() {
    RakedWeights raked = Raking.modal(table(10, 20, 30, 40), TARGETS);
    assertThat(raked.weights().get(0)).isCloseTo(1.757651, within(5e-7));
    assertThat(raked.weights().get(10)).isCloseTo(1.621175, within(5e-7));
    assertThat(raked.weights().get(30)).isCloseTo(.747450, within(5e-7));
    assertThat(raked.weights().get(60)).isCloseTo(.689413, within(5e-7));
    assertThat(raked.designEffect()).isCloseTo(1.192295, within(5e-7));
    assertThat(raked.effectiveSize()).isCloseTo(83.8719, within(1e-4));
    double odds =
        (10 * raked.weights().get(0))
            * (40 * raked.weights().get(60))
            / ((20 * raked.weights().get(10)) * (30 * raked.weights().get(30)));
    assertThat(odds).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(raked.marginError()).isLessThanOrEqualTo(1e-10);
    assertThat(raked.before().getFirst().share()).isCloseTo(.3, within(1e-12));
  }

  @Test
  void effectiveSize_ofFourWeights_isTheFormula() {
    RakedWeights weights = RakedWeights.of(new double[] {1, 1, 2, 4}, 1, List.of(), List.of());
    assertThat(weights.effectiveSize()).isCloseTo(2.909, within(5e-4));
  }

  @Test
  void fractional_fuzzyPool_meetsTheMargins() {
    var random = new SplittableRandom(4);
    var builder = Personas.builder(List.of(ROW, COLUMN));
    for (int i = 0; i < 300; i++) {
      double row = random.nextDouble();
      double column = random.nextDouble();
      builder.add("p" + (1000 + i), row, 1 - row, column, 1 - column);
    }
    RakedWeights raked = Raking.fractional(builder.build(), TARGETS);
    assertThat(raked.marginError()).isLessThanOrEqualTo(1e-10);
    double sum = raked.weights().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(sum).isCloseTo(300, within(1e-9));
  }

  @Test
  void trimmed_extremeMargins_staysInRangeAndReportsTheError() {
    List<TraitMargin> far =
        List.of(TraitMargin.of(ROW, List.of(.9, .1)), TraitMargin.of(COLUMN, List.of(.9, .1)));
    RakedWeights plain = Raking.modal(table(2, 20, 30, 48), far);
    RakedWeights trimmed =
        Raking.of(
            table(2, 20, 30, 48),
            far,
            RakingOptions.of(Membership.MODAL).withTrim(new Trim(.2, 5)));
    assertThat(plain.largest()).isGreaterThan(5.5);
    assertThat(trimmed.largest()).isLessThan(plain.largest());
    assertThat(trimmed.marginError()).isGreaterThan(1e-10);
  }

  @Test
  void targets_ofZero_giveWeightZeroOrAreRefused() {
    List<TraitMargin> none = List.of(TraitMargin.of(ROW, List.of(1.0, 0.0)));
    RakedWeights raked = Raking.modal(table(1, 1, 1, 1), none);
    assertThat(raked.weights()).containsExactly(2.0, 2.0, 0.0, 0.0);
    List<TraitMargin> both = List.of(none.getFirst(), TraitMargin.of(COLUMN, List.of(.5, .5)));
    assertThatThrownBy(() -> Raking.modal(table(1, 0, 0, 1), both))
        .isInstanceOf(CannotRake.class)
        .hasMessageContaining("[column = 2]");
    Personas fuzzy = Personas.builder(List.of(ROW)).add("p", .5, .5).build();
    assertThatThrownBy(() -> Raking.fractional(fuzzy, none)).hasMessageContaining("target 0");
  }

  @Test
  void margins_thatCannotBeMet_areRefusedWithTheirLabels() {
    assertThatThrownBy(() -> Raking.modal(table(5, 5, 0, 0), TARGETS))
        .hasMessageContaining("[row = 2]");
    assertThatThrownBy(() -> Raking.modal(table(10, 0, 0, 10), TARGETS))
        .isInstanceOf(CannotRake.class)
        .hasMessageContaining("did not converge");
    assertThatThrownBy(() -> TraitMargin.of(ROW, List.of(.5, .4)))
        .hasMessageContaining("sums to 0.9");
    assertThat(TraitMargin.of(ROW, List.of(.502, .5)).change()).isCloseTo(.002, within(1e-12));
  }

  @Test
  void postStratification_ofAFullCross_reproducesCells() {
    Personas pool = table(10, 20, 30, 40);
    Map<List<String>, Double> quarter =
        Map.of(
            List.of("1", "1"), .25,
            List.of("1", "2"), .25,
            List.of("2", "1"), .25,
            List.of("2", "2"), .25);
    RakedWeights weights = PostStratification.of(pool, quarter);
    assertThat(weights.weights().get(0)).isCloseTo(2.5, within(1e-12));
    assertThat(weights.weights().get(99)).isCloseTo(.625, within(1e-12));
    assertThatThrownBy(() -> PostStratification.of(table(10, 0, 5, 5), quarter))
        .hasMessageContaining("1 × 2");
  }

  private static Personas table(int first, int second, int third, int fourth) {
    var builder = Personas.builder(List.of(ROW, COLUMN));
    int id = 1000;
    int[] counts = {first, second, third, fourth};
    for (int cell = 0; cell < counts.length; cell++) {
      for (int i = 0; i < counts[cell]; i++) {
        double row = cell < 2 ? 1 : 0;
        double column = cell % 2 == 0 ? 1 : 0;
        builder.add("p" + id++, row, 1 - row, column, 1 - column);
      }
    }
    return builder.build();
  }
}
