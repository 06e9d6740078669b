package dev.voxpop.matching.balance;

import dev.voxpop.matching.assignment.Humans;
import dev.voxpop.matching.assignment.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The edge weights of pairs.
 *
 * @param pairs number of pairs
 * @param deciles quantiles at .1, .2 … .9, interpolated between order statistics as R's type 7
 */
public record WeightSummary(int pairs, double mean, double median, List<Double> deciles) {

  public WeightSummary {
    deciles = List.copyOf(deciles);
  }

  /** Returns the weights of all pairs. */
  static WeightSummary of(Matching matching) {
    List<Double> weights = new ArrayList<>();
    for (int human = 0; human < matching.problem().humans().size(); human++) {
      if (matching.persona(human) != Matching.NOBODY) {
        weights.add(matching.weight(human));
      }
    }
    return of(weights);
  }

  /** Returns the weights of pairs by the human's number of missing traits. */
  static SortedMap<Integer, WeightSummary> byMissingTraits(Matching matching) {
    SortedMap<Integer, List<Double>> weights = new TreeMap<>();
    for (int human = 0; human < matching.problem().humans().size(); human++) {
      if (matching.persona(human) != Matching.NOBODY) {
        weights
            .computeIfAbsent(missing(matching.problem().humans(), human), n -> new ArrayList<>())
            .add(matching.weight(human));
      }
    }
    SortedMap<Integer, WeightSummary> summaries = new TreeMap<>();
    weights.forEach((missing, list) -> summaries.put(missing, of(list)));
    return summaries;
  }

  /** Returns the summary of any numbers. */
  static WeightSummary of(List<Double> weights) {
    List<Double> sorted = weights.stream().sorted().toList();
    List<Double> deciles = new ArrayList<>();
    for (int tenth = 1; tenth < 10 && !sorted.isEmpty(); tenth++) {
      deciles.add(quantile(sorted, tenth / 10.0));
    }
    double mean = sorted.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double median = sorted.isEmpty() ? 0 : quantile(sorted, 0.5);
    return new WeightSummary(sorted.size(), mean, median, deciles);
  }

  private static double quantile(List<Double> sorted, double p) {
    double place = (sorted.size() - 1) * p;
    int below = (int) place;
    double above = sorted.get(Math.min(below + 1, sorted.size() - 1));
    return sorted.get(below) + (place - below) * (above - sorted.get(below));
  }

  private static int missing(Humans humans, int human) {
    int missing = 0;
    for (int trait = 0; trait < humans.traits().size(); trait++) {
      missing += humans.label(trait, human) == Humans.MISSING ? 1 : 0;
    }
    return missing;
  }
}
