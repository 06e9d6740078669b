package dev.voxpop.simulator.society;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.simulator.attitude.AttitudeVector;
import dev.voxpop.simulator.trait.Education;
import dev.voxpop.simulator.trait.Party;
import dev.voxpop.simulator.trait.Race;
import dev.voxpop.simulator.trait.Traits;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SocietyTest {
  private static final Society SOCIETY = Society.shared();
  private static final List<Person> PEOPLE =
      IntStream.range(0, 6_000).mapToObj(i -> SOCIETY.person(77L * i + 5)).toList();

  @Test
  void person_sameKey_isTheSamePerson() {
    Person first = SOCIETY.person(123);
    Person second = SOCIETY.person(123);
    assertThat(second.traits().toString()).isEqualTo(first.traits().toString());
    assertThat(second.attitude().get(3)).isEqualTo(first.attitude().get(3));
  }

  @Test
  void incomes_bySchooling_rise() {
    double little =
        mean(traits -> traits.education().compareTo(Education.HIGH_SCHOOL) <= 0, Traits::income);
    double much =
        mean(traits -> traits.education().compareTo(Education.BACHELOR) >= 0, Traits::income);
    assertThat(much).isGreaterThan(1.4 * little);
  }

  @Test
  void parties_dependOnRace() {
    double black =
        mean(
            traits -> traits.race() == Race.BLACK,
            traits -> traits.party() == Party.REPUBLICAN ? 1 : 0);
    double white =
        mean(
            traits -> traits.race() == Race.WHITE,
            traits -> traits.party() == Party.REPUBLICAN ? 1 : 0);
    assertThat(white).isGreaterThan(2 * black);
  }

  @Test
  void attitudes_ofThePopulation_areStandardAndTraitsExplainTheirShare() {
    for (int d = 0; d < AttitudeVector.DIMENSIONS; d++) {
      int dimension = d;
      double[] expected =
          PEOPLE.stream()
              .mapToDouble(p -> SOCIETY.attitudes().expected(p.traits()).get(dimension))
              .toArray();
      double[] actual = PEOPLE.stream().mapToDouble(p -> p.attitude().get(dimension)).toArray();
      assertThat(variance(actual)).isCloseTo(1, within(0.1));
      assertThat(variance(expected) / variance(actual)).isBetween(1.0 / 3, 0.5);
    }
  }

  private static double mean(Predicate<Traits> among, ToDoubleFunction<Traits> value) {
    return PEOPLE.stream()
        .map(Person::traits)
        .filter(among)
        .mapToDouble(value)
        .average()
        .orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = java.util.Arrays.stream(values).average().orElseThrow();
    return java.util.Arrays.stream(values)
        .map(v -> (v - mean) * (v - mean))
        .average()
        .orElseThrow();
  }
}
