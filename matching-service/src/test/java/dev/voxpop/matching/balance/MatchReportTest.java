package dev.voxpop.matching.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.matching.assignment.Humans;
import dev.voxpop.matching.assignment.Matching;
import dev.voxpop.matching.assignment.Matchmaker;
import dev.voxpop.matching.assignment.Method;
import dev.voxpop.matching.assignment.PairFacts;
import dev.voxpop.matching.assignment.PairStatus;
import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.assignment.Problem;
import dev.voxpop.matching.assignment.Specification;
import dev.voxpop.matching.assignment.Workers;
import dev.voxpop.matching.trait.TraitLabels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchReportTest {

  private static final List<TraitLabels> TRAITS =
      List.of(new TraitLabels("a", List.of("x", "y")), new TraitLabels("b", List.of("u", "v")));
  private static final Specification GREEDY = Specification.of(Method.GREEDY, 1);

  /** Three humans; p1 fits the first two, p2 the third, p3 nobody. */
  private static final Matching MATCHING =
      Matchmaker.with(new Workers(1))
          .match(
              Problem.of(
                  Humans.builder(TRAITS)
                      .add("h1", 0, 0)
                      .add("h2", 0, Humans.MISSING)
                      .add("h3", 1, 1)
                      .build(),
                  Personas.builder(TRAITS)
                      .add("p1", 9, 1, 8, 2)
                      .add("p2", 1, 9, 3, 7)
                      .add("p3", 1, 1, 0, 0)
                      .build()),
              GREEDY);

  private static final MatchReport REPORT =
      MatchReport.of(PairFacts.of(MATCHING, new Workers(1)), GREEDY, human -> human + 1, 2);

  @Test
  void counts_ofAMatching_includeFilteredPeople() {
    assertThat(REPORT.humans()).isEqualTo(3);
    assertThat(REPORT.count(PairStatus.MATCHED)).isEqualTo(3);
    assertThat(REPORT.count(PairStatus.EXCLUDED_FILTER)).isEqualTo(2);
    assertThat(REPORT.undetermined()).isEqualTo(Map.of("a", 0, "b", 1));
    assertThat(REPORT.total()).isCloseTo(.72 + .45 + .63, within(1e-12));
  }

  @Test
  void reuse_ofAMatching_isCountedPerPersona() {
    assertThat(REPORT.reuse().histogram()).isEqualTo(Map.of(0, 1, 1, 1, 2, 1));
    assertThat(REPORT.reuse().effective()).isCloseTo(9.0 / 5, within(1e-12));
    assertThat(REPORT.reuse().maximum()).isEqualTo(2);
    assertThat(REPORT.reuse().distinct()).isEqualTo(2);
  }

  @Test
  void weights_ofPairs_areSummarisedByMissingTraits() {
    assertThat(REPORT.weights().median()).isCloseTo(.63, within(1e-12));
    assertThat(REPORT.weights().deciles().get(4)).isEqualTo(REPORT.weights().median());
    assertThat(REPORT.weightsByMissingTraits().keySet()).containsExactly(0, 1);
    WeightSummary oneMissing = REPORT.weightsByMissingTraits().getOrDefault(1, REPORT.weights());
    assertThat(oneMissing.mean()).isCloseTo(.45, within(1e-12));
  }

  @Test
  void ranks_ofGreedyPairs_areAllFirst() {
    assertThat(REPORT.ranks().pairs()).isEqualTo(3);
    assertThat(REPORT.ranks().first()).isEqualTo(1);
    assertThat(REPORT.ranks().tied()).isZero();
    assertThat(REPORT.ranks().mean()).isEqualTo(1);
    assertThat(REPORT.ranks().meanRatio()).isEqualTo(1);
    assertThat(REPORT.ranks().deciles()).hasSize(9).containsOnly(1.0);
  }

  @Test
  void agreement_ofPairs_leavesMissingTraitsOut() {
    assertThat(REPORT.agreement().traits().get(1).pairs()).isEqualTo(2);
    assertThat(REPORT.agreement().traits().get(1).meanFactor()).isCloseTo(.75, within(1e-12));
    assertThat(REPORT.agreement().allTraits()).isEqualTo(1);
  }

  @Test
  void balance_ofLabels_comparesHumansWithPoolAndMatchedSet() {
    LabelBalance x = REPORT.balance().getFirst();
    assertThat(x.humans()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(x.weightedHumans()).isCloseTo(.5, within(1e-12));
    assertThat(x.pool()).isCloseTo(.5, within(1e-12));
    assertThat(x.matched()).isCloseTo(1.9 / 3, within(1e-12));
    // R 4.3: p <- 2/3; q <- .5; (p - q) / sqrt((p * (1 - p) + q * (1 - q)) / 2)
    assertThat(x.standardisedBefore()).isCloseTo(0.3429971703, within(1e-9));
    assertThat(x.unbalanced()).isFalse();
  }

  @Test
  void standardisedDifference_withoutVariance_isZeroOrInfinite() {
    assertThat(LabelBalance.standardised(1, 1)).isZero();
    assertThat(LabelBalance.standardised(0, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(LabelBalance.standardised(.5, .5)).isZero();
  }
}
