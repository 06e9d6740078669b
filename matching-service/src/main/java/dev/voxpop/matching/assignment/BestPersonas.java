package dev.voxpop.matching.assignment;

import java.util.Arrays;

/**
 * For every group the largest weight and the personas that share it, in id order.
 *
 * <p>What is known of the largest weight keeps smaller ones from being computed.
 *
 * <p>A group without any weight above zero has best weight 0 and no support.
 */
final class BestPersonas {

  private static final int[] NOBODY = {};

  private final double[] weights;
  private final int[][] ties;
  private final int[] counts;

  private BestPersonas(int groups) {
    this.weights = new double[groups];
    this.ties = new int[groups][];
    this.counts = new int[groups];
    Arrays.fill(ties, NOBODY);
  }

  static BestPersonas of(WeightWalk walk, int groups) {
    var best = new BestPersonas(groups);
    walk.forEach(best::weight, best::offer);
    return best;
  }

  double weight(int group) {
    return weights[group];
  }

  boolean hasSupport(int group) {
    return counts[group] > 0;
  }

  int ties(int group) {
    return counts[group];
  }

  int tied(int group, int index) {
    return ties[group][index];
  }

  private void offer(int group, int[] personas, double[] candidates, int count) {
    double top = weights[group];
    for (int i = 0; i < count; i++) {
      double weight = candidates[i];
      if (weight >= top) {
        if (weight > top) {
          top = weight;
          counts[group] = 0;
        }
        append(group, personas[i]);
      }
    }
    weights[group] = top;
  }

  private void append(int group, int persona) {
    int at = counts[group]++;
    if (at >= ties[group].length) {
      ties[group] = Arrays.copyOf(ties[group], Math.max(4, 2 * at));
    }
    ties[group][at] = persona;
  }
}
