package dev.voxpop.analysis.matched;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one matching did, in numbers, as the matching stage serves it.
 *
 * @param storiesFiltered stories left out by filters
 * @param storiesUndetermined stories left out because a trait was undetermined
 * @param excludedShares per trait the mean share of the stories' mass that has no label
 */
public record MatchedPairs(
    int storiesFiltered,
    int storiesUndetermined,
    Map<String, Double> excludedShares,
    Report report) {

  /** Copies the map, sorted. */
  public MatchedPairs {
    excludedShares = new TreeMap<>(excludedShares);
  }

  /**
   * The pairs and how they were found.
   *
   * @param humans people to match
   * @param personas personas to choose from
   * @param counts people per status
   * @param zeroWeight pairs of weight 0
   * @param capacity places per persona; null = no limit
   * @param undetermined personas per trait of whom nothing was known
   * @param total sum of weights
   * @param certificate proof of optimality; null where the method has none
   * @param ranks null when an older stage wrote the report
   * @param weightsByMissingTraits by the person's number of missing traits
   */
  public record Report(
      int humans,
      int personas,
      Map<String, Integer> counts,
      int zeroWeight,
      Rules specification,
      @Nullable Integer capacity,
      List<String> traits,
      Map<String, Integer> undetermined,
      double total,
      @Nullable Certificate certificate,
      Reuse reuse,
      Weights weights,
      @Nullable Ranks ranks,
      Map<Integer, Weights> weightsByMissingTraits,
      Agreement agreement,
      List<LabelBalance> balance) {

    /** Copies the collections, maps sorted. */
    public Report {
      counts = new TreeMap<>(counts);
      traits = List.copyOf(traits);
      undetermined = new TreeMap<>(undetermined);
      weightsByMissingTraits = new TreeMap<>(weightsByMissingTraits);
      balance = List.copyOf(balance);
    }

    /** Number of pairs. */
    public int pairs() {
      return weights.pairs();
    }
  }

  /** How pairs were to be found. */
  public record Rules(
      String method, long seed, String tieBreak, String onZero, String surplus, String objective) {}

  /** A bound that no assignment can exceed, beside the value that was reached. */
  public record Certificate(
      String objective, double total, double bound, double gap, double violation, String solver) {}

  /**
   * How often personas are used.
   *
   * @param effective (Σr)² ÷ Σr² over uses r
   * @param histogram personas per number of uses
   */
  public record Reuse(
      int distinct, int maximum, double effective, Map<Integer, Integer> histogram) {

    /** Copies the map, sorted. */
    public Reuse {
      histogram = new TreeMap<>(histogram);
    }
  }

  /** Edge weights of pairs; deciles from .1 to .9. */
  public record Weights(int pairs, double mean, double median, List<Double> deciles) {

    /** Copies the list. */
    public Weights {
      deciles = List.copyOf(deciles);
    }
  }

  /**
   * How near each pair is to the best persona of its person.
   *
   * @param first share of pairs of rank 1
   * @param tied share of pairs whose best weight several personas have
   * @param meanRatio mean of weight ÷ best weight
   */
  public record Ranks(
      int pairs,
      double first,
      double tied,
      double mean,
      double median,
      List<Double> deciles,
      double meanRatio,
      List<Double> ratioDeciles) {

    /** Copies the lists. */
    public Ranks {
      deciles = List.copyOf(deciles);
      ratioDeciles = List.copyOf(ratioDeciles);
    }
  }

  /** How far pairs agree; {@code allTraits} is the share that agrees on every trait. */
  public record Agreement(List<TraitAgreement> traits, double allTraits) {

    /** Copies the list. */
    public Agreement {
      traits = List.copyOf(traits);
    }
  }

  /**
   * Agreement on one trait.
   *
   * @param pairs pairs whose person has the trait
   * @param meanFactor mean mass of the persona on the person's label
   * @param modal share of pairs whose persona's most likely label is the person's
   */
  public record TraitAgreement(String trait, int pairs, double meanFactor, double modal) {}

  /**
   * Shares of a label before and after matching; standardised differences may be infinite.
   *
   * @param unbalanced whether the standardised difference after matching exceeds .1 in size
   */
  public record LabelBalance(
      String trait,
      String label,
      double humans,
      double weightedHumans,
      double pool,
      double matched,
      double differenceBefore,
      double differenceAfter,
      double standardisedBefore,
      double standardisedAfter,
      boolean unbalanced) {}
}
