package dev.voxpop.matching.balance;

import dev.voxpop.matching.assignment.Matching;
import dev.voxpop.matching.assignment.PairFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * How good the chosen personas are among all that were possible.
 *
 * @param pairs number of pairs
 * @param first share of pairs of rank 1: no persona has a larger weight for the human
 * @param tied share of pairs whose human has several personas of the largest weight
 * @param mean mean rank
 * @param median median rank
 * @param deciles quantiles of the rank at .1, .2 … .9
 * @param meanRatio mean of weight ÷ largest weight
 * @param ratioDeciles quantiles of weight ÷ largest weight at .1, .2 … .9
 */
public record PairRanks(
    int pairs,
    double first,
    double tied,
    double mean,
    double median,
    List<Double> deciles,
    double meanRatio,
    List<Double> ratioDeciles) {

  public PairRanks {
    deciles = List.copyOf(deciles);
    ratioDeciles = List.copyOf(ratioDeciles);
  }

  /** Returns the ranks of all pairs. */
  static PairRanks of(Matching matching, PairFacts facts) {
    List<Double> ranks = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    int first = 0;
    int tied = 0;
    for (int human = 0; human < matching.problem().humans().size(); human++) {
      if (matching.persona(human) != Matching.NOBODY) {
        ranks.add((double) facts.rank(human));
        ratios.add(facts.ratio(human));
        first += facts.rank(human) == 1 ? 1 : 0;
        tied += facts.ties(human) > 1 ? 1 : 0;
      }
    }
    var rank = WeightSummary.of(ranks);
    var ratio = WeightSummary.of(ratios);
    double divisor = Math.max(1, ranks.size());
    return new PairRanks(
        ranks.size(),
        first / divisor,
        tied / divisor,
        rank.mean(),
        rank.median(),
        rank.deciles(),
        ratio.mean(),
        ratio.deciles());
  }
}
