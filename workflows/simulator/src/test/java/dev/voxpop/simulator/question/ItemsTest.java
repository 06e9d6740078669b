package dev.voxpop.simulator.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.simulator.attitude.AttitudeBelief;
import dev.voxpop.simulator.attitude.AttitudeVector;
import dev.voxpop.simulator.chance.Dice;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ItemsTest {
  private static final AttitudeVector ONES = AttitudeVector.of(1, 1, 1, 1, 1, 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Agree strongly;Agree a little;Disagree a little;Disagree strongly",
        "Strongly agree;Somewhat agree;Neither agree nor disagree;Somewhat disagree;Strongly disagree",
        "Very likely;Fairly likely;Not too likely;Not at all likely",
        "Very worried;Somewhat worried;Not too worried;Not at all worried",
        "A great deal;A fair amount;Not too much;None at all",
        "A great deal;Some;Not much;Not at all",
        "A lot;Some;A little;None",
        "Very good for society;Somewhat good for society;Neither good nor bad for society;Somewhat bad for society;Very bad for society",
        "Much better;A little better;About the same;A little worse;Much worse",
        "Always;Often;Sometimes;Rarely;Never",
        "Excellent;Good;Fair;Poor",
        "Very important;Fairly important;Slightly important;Not important at all;",
        "Strongly support;Somewhat support;Somewhat oppose;Strongly oppose",
        "Yes;No",
        "Very satisfied;Fairly satisfied;Neither;Fairly dissatisfied;Very dissatisfied",
        "Increased a lot;Increased a little;Stayed about the same;Decreased a little;Decreased a lot",
        "Very safe;Fairly safe;A bit unsafe;Very unsafe",
        "More excited than concerned;Equally concerned and excited;More concerned than excited",
        "Most of it;Some of it;Not too much;None at all"
      })
  void scale_usualWordings_areOrderedFromMostToLeast(String listed) {
    List<String> options = Arrays.stream(listed.split(";", 0)).toList();
    Scale scale = Scale.of(options).orElseThrow();
    Scale reversed = Scale.of(options.reversed()).orElseThrow();
    for (int i = 0; i < options.size(); i++) {
      assertThat(scale.rank(i)).as(options.get(i)).isEqualTo(options.size() - 1 - i);
      assertThat(reversed.rank(i)).isEqualTo(i);
    }
  }

  @Test
  void scale_placesAndThings_isNominal() {
    assertThat(Scale.of(List.of("The ferry", "The tram", "My own bicycle"))).isEmpty();
  }

  @Test
  void item_nominalReordered_keepsEachOptionsProbability() {
    List<String> options = List.of("The ferry", "The tram", "My own bicycle");
    AttitudeBelief belief =
        AttitudeBelief.independent(AttitudeVector.of(.5, -1, 0, .3, 1, 0), ONES.times(0.4));
    double[] one = Items.of("How do you get around?", options).predict(belief, Mind.PLANTED);
    double[] other =
        Items.of("How do you get around?", options.reversed()).predict(belief, Mind.PLANTED);
    for (int i = 0; i < 3; i++) {
      assertThat(other[2 - i]).isCloseTo(one[i], within(1e-12));
    }
  }

  @Test
  void item_wordingsOfOneTopic_correlateAndOppositesReverse() {
    List<String> scale =
        List.of("Agree strongly", "Agree a little", "Disagree a little", "Disagree strongly");
    double same =
        correlation(
            "Ferries should cost nothing for residents of the harbour.",
            "Buses and trams need more money.",
            scale);
    double opposite =
        correlation(
            "The quays should be silent after ten at night.",
            "Loud music at night is part of the city.",
            scale);
    assertThat(same).isGreaterThan(0.2);
    assertThat(Math.abs(opposite)).isGreaterThan(0.1);
  }

  @Test
  void prediction_plantedMind_isNarrowerThanHonest() {
    Item item =
        Items.of(
            "The harbour should be closed to cars.",
            List.of("Very likely", "Fairly likely", "Not too likely", "Not at all likely"));
    AttitudeBelief population = AttitudeBelief.independent(AttitudeVector.zero(), ONES);
    assertThat(spread(item.predict(population, Mind.PLANTED)))
        .isLessThan(spread(item.predict(population, Mind.HONEST)));
  }

  @Test
  void prediction_honestMind_matchesAnswersOfThePopulation() {
    Item item =
        Items.of(
            "The harbour should be closed to cars.",
            List.of("Very likely", "Fairly likely", "Not too likely", "Not at all likely"));
    double[] predicted =
        item.predict(AttitudeBelief.independent(AttitudeVector.zero(), ONES), Mind.HONEST);
    double[] counted = new double[4];
    Dice dice = Dice.of(5);
    for (int i = 0; i < 40_000; i++) {
      double[] attitude = new double[6];
      Arrays.setAll(attitude, d -> dice.normal());
      counted[item.answer(AttitudeVector.of(attitude), dice)] += 1 / 40_000.0;
    }
    for (int i = 0; i < 4; i++) {
      assertThat(predicted[i]).isCloseTo(counted[i], within(0.012));
    }
  }

  @Test
  void belief_afterAnAnswer_movesTowardIt() {
    Item item =
        Items.of(
            "The harbour should be closed to cars.",
            List.of("Very likely", "Fairly likely", "Not too likely", "Not at all likely"));
    AttitudeBelief before = AttitudeBelief.independent(AttitudeVector.zero(), ONES);
    AttitudeBelief after = item.learn(before, 3, 1);
    assertThat(item.predict(after, Mind.HONEST)[3])
        .isGreaterThan(item.predict(before, Mind.HONEST)[3]);
  }

  private static double spread(double[] probabilities) {
    double mean = 0;
    double square = 0;
    for (int i = 0; i < probabilities.length; i++) {
      mean += i * probabilities[i];
      square += i * i * probabilities[i];
    }
    return square - mean * mean;
  }

  private static double correlation(String first, String second, List<String> scale) {
    Item one = Items.of(first, scale);
    Item other = Items.of(second, scale);
    Dice dice = Dice.of(11);
    double[] sums = new double[5];
    int n = 8_000;
    for (int i = 0; i < n; i++) {
      double[] attitude = new double[6];
      Arrays.setAll(attitude, d -> dice.normal());
      double x = one.answer(AttitudeVector.of(attitude), dice);
      double y = other.answer(AttitudeVector.of(attitude), dice);
      double[] terms = {x, y, x * x, y * y, x * y};
      Arrays.setAll(sums, k -> sums[k] + terms[k] / n);
    }
    return (sums[4] - sums[0] * sums[1])
        / Math.sqrt((sums[2] - sums[0] * sums[0]) * (sums[3] - sums[1] * sums[1]));
  }
}
