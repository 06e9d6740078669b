package dev.voxpop.matching.balance;

import dev.voxpop.matching.assignment.Certificate;
import dev.voxpop.matching.assignment.Matching;
import dev.voxpop.matching.assignment.PairFacts;
import dev.voxpop.matching.assignment.PairStatus;
import dev.voxpop.matching.assignment.Problem;
import dev.voxpop.matching.assignment.Specification;
import dev.voxpop.matching.trait.TraitLabels;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a matching did, in numbers.
 *
 * @param humans people to match, filtered ones not included
 * @param personas personas to choose from, filtered ones not included
 * @param counts people per status, by its printed name
 * @param zeroWeight pairs of weight 0
 * @param capacity places per persona that were in force; null = no limit
 * @param undetermined personas per trait of whom nothing was known
 * @param total sum of the weights of all pairs
 * @param certificate proof of optimality; null where the method has none
 * @param weights edge weights of pairs
 * @param ranks how good pairs are among all that were possible
 */
public record MatchReport(
    int humans,
    int personas,
    Map<String, Integer> counts,
    int zeroWeight,
    Specification specification,
    @Nullable Integer capacity,
    List<String> traits,
    Map<String, Integer> undetermined,
    double total,
    @Nullable Certificate certificate,
    Reuse reuse,
    WeightSummary weights,
    PairRanks ranks,
    SortedMap<Integer, WeightSummary> weightsByMissingTraits,
    Agreement agreement,
    List<LabelBalance> balance) {

  public MatchReport {
    counts = Map.copyOf(counts);
    traits = List.copyOf(traits);
    undetermined = Map.copyOf(undetermined);
    balance = List.copyOf(balance);
  }

  /**
   * Returns the report of a matching.
   *
   * @param facts the matching with the ranks of its pairs
   * @param weights survey weight of each human by number
   * @param filtered people excluded by filters before matching
   */
  public static MatchReport of(
      PairFacts facts, Specification specification, IntToDoubleFunction weights, int filtered) {
    Matching matching = facts.matching();
    Problem problem = matching.problem();
    return new MatchReport(
        problem.humans().size(),
        problem.personas().size(),
        counts(matching, filtered),
        zeroWeight(matching),
        specification,
        matching.capacity().isPresent() ? matching.capacity().getAsInt() : null,
        problem.humans().traits().stream().map(TraitLabels::trait).toList(),
        undetermined(problem),
        matching.total(),
        matching.certificate().orElse(null),
        Reuse.of(matching),
        WeightSummary.of(matching),
        PairRanks.of(matching, facts),
        new TreeMap<>(WeightSummary.byMissingTraits(matching)),
        Agreement.of(matching),
        LabelBalance.of(matching, weights));
  }

  /** Returns how many people ended with a status. */
  public int count(PairStatus status) {
    return counts.getOrDefault(status.text(), 0);
  }

  private static Map<String, Integer> counts(Matching matching, int filtered) {
    Map<PairStatus, Integer> counts = new EnumMap<>(PairStatus.class);
    for (PairStatus status : PairStatus.values()) {
      counts.put(status, matching.count(status));
    }
    counts.merge(PairStatus.EXCLUDED_FILTER, filtered, Integer::sum);
    Map<String, Integer> named = new LinkedHashMap<>();
    counts.forEach((status, count) -> named.put(status.text(), count));
    return named;
  }

  private static int zeroWeight(Matching matching) {
    int zero = 0;
    for (int human = 0; human < matching.problem().humans().size(); human++) {
      boolean pair = matching.persona(human) != Matching.NOBODY;
      zero += pair && matching.weight(human) == 0 ? 1 : 0;
    }
    return zero;
  }

  private static Map<String, Integer> undetermined(Problem problem) {
    Map<String, Integer> undetermined = new LinkedHashMap<>();
    List<TraitLabels> traits = problem.personas().traits();
    for (int trait = 0; trait < traits.size(); trait++) {
      undetermined.put(traits.get(trait).trait(), problem.personas().undetermined(trait));
    }
    return undetermined;
  }
}
