package dev.voxpop.matching.assignment;

/**
 * A depth-first walk over the trie of label tuples that visits every weight above zero.
 *
 * <p>At each level the parent's list of personas is reduced to those with mass on the label and
 * multiplied in declared trait order, so every caller sees the same bits. Personas are walked in
 * blocks that fit the second-level cache; groups are split among threads in contiguous ranges. A
 * group is visited by one thread, its blocks in ascending persona order, so results do not depend
 * on the number of threads. Cost: the sum of the list lengths over the trie's nodes.
 */
final class WeightWalk {

  private static final int BLOCK = 2048;

  /** Receives the non-zero weights of one group in one block of personas. */
  @FunctionalInterface
  interface Visitor {
    /** Called with {@code count} valid entries; the arrays are reused after the call. */
    void visit(int group, int[] personas, double[] weights, int count);
  }

  private final Problem problem;
  private final Workers workers;

  WeightWalk(Problem problem, Workers workers) {
    this.problem = problem;
    this.workers = workers;
  }

  /** Visits all groups and personas. */
  void forEach(Visitor visitor) {
    workers.forRanges(
        problem.groups(), (from, to) -> range(from, to, 0, problem.personas().size(), visitor));
  }

  /** Visits all groups for a few personas, on the calling thread. */
  void forEach(int fromPersona, int toPersona, Visitor visitor) {
    range(0, problem.groups(), fromPersona, toPersona, visitor);
  }

  private void range(int fromGroup, int toGroup, int fromPersona, int toPersona, Visitor visitor) {
    var descent = new Descent(problem, visitor);
    for (int start = fromPersona; start < toPersona && fromGroup < toGroup; start += BLOCK) {
      descent.begin(start, Math.min(BLOCK, toPersona - start));
      descent.descend(0, fromGroup, toGroup);
    }
  }

  /** One thread's lists, one pair of arrays per level. */
  private static final class Descent {

    private final Problem problem;
    private final Visitor visitor;
    private final int[][] personas;
    private final double[][] weights;
    private final int[] counts;

    Descent(Problem problem, Visitor visitor) {
      this.problem = problem;
      this.visitor = visitor;
      this.personas = new int[problem.levels() + 1][BLOCK];
      this.weights = new double[problem.levels() + 1][BLOCK];
      this.counts = new int[problem.levels() + 1];
    }

    void begin(int start, int count) {
      for (int i = 0; i < count; i++) {
        personas[0][i] = start + i;
        weights[0][i] = 1;
      }
      counts[0] = count;
    }

    void descend(int level, int from, int to) {
      if (counts[level] == 0) {
        return;
      }
      if (level == problem.levels()) {
        visitor.visit(from, personas[level], weights[level], counts[level]);
        return;
      }
      int group = from;
      while (group < to) {
        int label = problem.label(level, group);
        int end = group + 1;
        while (end < to && problem.label(level, end) == label) {
          end++;
        }
        narrow(level, label);
        descend(level + 1, group, end);
        group = end;
      }
    }

    private void narrow(int level, int label) {
      if (label == Humans.MISSING) {
        keepAll(level);
      } else {
        keepPositive(level, problem.column(level, label));
      }
    }

    private void keepAll(int level) {
      double factor = 1.0 / problem.labelsOf(level);
      int count = counts[level];
      System.arraycopy(personas[level], 0, personas[level + 1], 0, count);
      for (int i = 0; i < count; i++) {
        weights[level + 1][i] = weights[level][i] * factor;
      }
      counts[level + 1] = count;
    }

    private void keepPositive(int level, double[] column) {
      int[] fromPersonas = personas[level];
      double[] fromWeights = weights[level];
      int[] toPersonas = personas[level + 1];
      double[] toWeights = weights[level + 1];
      int kept = 0;
      for (int i = 0; i < counts[level]; i++) {
        int persona = fromPersonas[i];
        double product = fromWeights[i] * column[persona];
        toPersonas[kept] = persona;
        toWeights[kept] = product;
        kept += product > 0 ? 1 : 0;
      }
      counts[level + 1] = kept;
    }
  }
}
