package dev.voxpop.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the society must show: the order of conditionings, through nothing but prompts. */
final class PlantedTruthTest {
  private static final int PEOPLE = 1_000;
  private static final int SEEDS = 3;

  @Test
  void distances_ofConditionings_areInThePlantedOrder() {
    double demographicsMean = 0;
    double randomMean = 0;
    double matchedMean = 0;
    double boundMean = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      Trial trial = Trial.of(PEOPLE, seed);
      double none = trial.distance(trial.without());
      double demographics = trial.distance(trial.demographicsOnly());
      double random = trial.distance(trial.randomStories());
      double matched = trial.distance(trial.matchedStories());
      assertThat(trial.distance(trial.uniform())).isGreaterThan(none);
      assertThat(none).isGreaterThan(demographics).isGreaterThan(random);
      assertThat(demographics).isGreaterThan(matched);
      assertThat(random).isGreaterThan(matched);
      demographicsMean += demographics / SEEDS;
      randomMean += random / SEEDS;
      matchedMean += matched / SEEDS;
      boundMean += trial.splitHalf() / SEEDS;
    }
    assertThat(demographicsMean).isGreaterThan(randomMean);
    assertThat(matchedMean).isGreaterThan(boundMean);
  }

  @Test
  void stories_turnedOffOrShuffled_loseTheirAdvantage() {
    Trial trial = Trial.of(PEOPLE, 11);
    double matched = trial.distance(trial.matchedStories());
    double random = trial.distance(trial.randomStories());
    double emptied = trial.distance(trial.without());
    double shuffled = trial.agreement(trial.shuffledMatches());
    assertThat(emptied).isGreaterThan(1.5 * matched).isGreaterThan(random);
    assertThat(trial.agreement(trial.matchedStories())).isGreaterThan(shuffled + 0.02);
    assertThat(Math.abs(shuffled - trial.agreement(trial.randomStories()))).isLessThan(0.02);
  }
}
