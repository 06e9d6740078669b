package dev.voxpop.matching.assignment;

import java.util.Arrays;

/**
 * The weights of one persona for all groups, made anew on each request from its label masses.
 *
 * <p>The trie of tuples is laid out level by level, each node with its parent and the mass it is
 * multiplied with, so a row costs one multiplication per node and nothing is stored per pair.
 * Products are taken in declared trait order and equal those of {@link WeightWalk} bit by bit. An
 * instance is used by one thread; a row is valid until the next request.
 */
final class WeightRows {

  private final Problem problem;
  private final int[][] parents;
  private final int[][] masses;
  private final double[][] products;
  private final double[] persona;
  private final double[] zeros;

  WeightRows(Problem problem) {
    this.problem = problem;
    int levels = problem.levels();
    this.parents = new int[levels][];
    this.masses = new int[levels][];
    this.products = new double[levels + 1][];
    this.products[0] = new double[] {1};
    this.zeros = new double[problem.groups()];
    int width = 0;
    int[] nodes = new int[problem.groups()];
    for (int level = 0; level < levels; level++) {
      nodes = layOut(level, nodes, width);
      width += problem.labelsOf(level) + 1;
      products[level + 1] = new double[parents[level].length];
    }
    this.persona = new double[width];
  }

  /** Returns the weights of a persona by group, to be read only. */
  double[] of(int index) {
    load(index);
    for (int level = 0; level < parents.length; level++) {
      double[] above = products[level];
      double[] here = products[level + 1];
      int[] parent = parents[level];
      int[] mass = masses[level];
      for (int node = 0; node < here.length; node++) {
        here[node] = above[parent[node]] * persona[mass[node]];
      }
    }
    return products[parents.length];
  }

  /** The weights of somebody whom nobody resembles. */
  double[] zeros() {
    return zeros;
  }

  private void load(int index) {
    int at = 0;
    for (int level = 0; level < parents.length; level++) {
      persona[at++] = 1.0 / problem.labelsOf(level);
      for (int label = 0; label < problem.labelsOf(level); label++) {
        persona[at++] = problem.column(level, label)[index];
      }
    }
  }

  /** Makes the nodes of a level and returns the node of each group. */
  private int[] layOut(int level, int[] above, int offset) {
    int[] nodes = new int[above.length];
    int[] parent = new int[above.length];
    int[] mass = new int[above.length];
    int count = 0;
    for (int group = 0; group < above.length; group++) {
      int place = offset + 1 + problem.label(level, group);
      if (group == 0 || above[group] != parent[count - 1] || place != mass[count - 1]) {
        parent[count] = above[group];
        mass[count++] = place;
      }
      nodes[group] = count - 1;
    }
    parents[level] = Arrays.copyOf(parent, count);
    masses[level] = Arrays.copyOf(mass, count);
    return nodes;
  }
}
