package dev.voxpop.matching.assignment;

import java.util.Arrays;

/**
 * How good each pair is among all that were possible: rank, best weight and number of ties.
 *
 * <p>One walk over the non-zero weights counts, for each group, how many personas have a larger
 * weight than each weight that was chosen for its humans. O(non-zeros · log(chosen weights of the
 * group)).
 */
public final class PairFacts {

  private final Matching matching;
  private final BestPersonas best;
  private final double[][] chosen;
  private final int[][] larger;
  private final int[] uses;

  private PairFacts(Matching matching, BestPersonas best) {
    this.matching = matching;
    this.best = best;
    this.uses = matching.uses();
    this.chosen = chosenWeights(matching);
    this.larger = new int[chosen.length][];
    Arrays.setAll(larger, group -> new int[chosen[group].length]);
  }

  public static PairFacts of(Matching matching, Workers workers) {
    Problem problem = matching.problem();
    var walk = new WeightWalk(problem, workers);
    var facts = new PairFacts(matching, BestPersonas.of(walk, problem.groups()));
    walk.forEach(facts::least, facts::count);
    for (int[] counts : facts.larger) {
      for (int i = counts.length - 2; i >= 0; i--) {
        counts[i] += counts[i + 1];
      }
    }
    return facts;
  }

  /** Returns the matching whose pairs these are. */
  public Matching matching() {
    return matching;
  }

  /** Returns 1 + the number of personas with a larger weight for this matched human. */
  public int rank(int human) {
    int group = matching.problem().groupOf(human);
    return 1 + larger[group][Arrays.binarySearch(chosen[group], matching.weight(human))];
  }

  /** Returns the largest weight that any persona has for the human. */
  public double bestWeight(int human) {
    return best.weight(matching.problem().groupOf(human));
  }

  /** Returns weight ÷ best weight of a matched human; 0 for a human without support. */
  public double ratio(int human) {
    double top = bestWeight(human);
    return top == 0 ? 0 : matching.weight(human) / top;
  }

  /** Returns how many personas share the human's best weight: all of them when it is zero. */
  public int ties(int human) {
    int group = matching.problem().groupOf(human);
    return best.hasSupport(group) ? best.ties(group) : matching.problem().personas().size();
  }

  /** Returns how many humans share this human's persona, the human included. */
  public int reuse(int human) {
    int persona = matching.persona(human);
    return persona == Matching.NOBODY ? 0 : uses[persona];
  }

  /** Weights below the least that was chosen in a group cannot be larger than any chosen one. */
  private double least(int group) {
    return chosen[group].length == 0 ? Double.POSITIVE_INFINITY : chosen[group][0];
  }

  private void count(int group, int[] personas, double[] weights, int count) {
    double[] sought = chosen[group];
    if (sought.length == 0) {
      return;
    }
    for (int i = 0; i < count; i++) {
      int below = below(sought, weights[i]);
      if (below > 0) {
        larger[group][below - 1]++;
      }
    }
  }

  /** Returns how many of the ascending, distinct numbers are smaller than a weight. */
  private static int below(double[] ascending, double weight) {
    int place = Arrays.binarySearch(ascending, weight);
    return place < 0 ? -place - 1 : place;
  }

  private static double[][] chosenWeights(Matching matching) {
    Problem problem = matching.problem();
    double[][] chosen = new double[problem.groups()][];
    int[] filled = new int[chosen.length];
    Arrays.setAll(chosen, group -> new double[problem.size(group)]);
    for (int human = 0; human < problem.humans().size(); human++) {
      if (matching.persona(human) != Matching.NOBODY) {
        int group = problem.groupOf(human);
        chosen[group][filled[group]++] = matching.weight(human);
      }
    }
    Arrays.setAll(
        chosen,
        group -> Arrays.stream(chosen[group], 0, filled[group]).sorted().distinct().toArray());
    return chosen;
  }
}
