package dev.voxpop.matching.assignment;

/**
 * One thread's way through the trie of label tuples for one block of personas after the other.
 *
 * <p>Near the root, where most products are positive, a node holds one bit per persona of the
 * block, set where all factors so far are positive, and the products by place: a child's bits are
 * its parent's and the label's, its products the parent's times the label's masses. Once few are
 * left, a node holds a list of them, and a child's list is its parent's times the label's masses
 * without those that matter no longer. Cost per block: one pass over bits per node near the root,
 * one multiplication per parent's entry and node further down.
 */
final class TrieDescent {

  /** With more positive places than one in so many, all places are multiplied. */
  private static final int SPARSE = 8;

  /** With fewer groups below a node, it does not pay to drop small products. */
  private static final int SUBTREE = 4;

  private final Problem problem;
  private final PositiveMasses positive;
  private final WeightWalk.Floors floors;
  private final WeightWalk.Visitor visitor;
  private final long[][] bits;
  private final double[][] products;
  private final ProductList[] lists;
  private final int[] block;
  private final int[] personas;
  private final double[] weights;
  private int start;
  private int size;

  TrieDescent(
      Problem problem,
      PositiveMasses positive,
      WeightWalk.Floors floors,
      WeightWalk.Visitor visitor) {
    int block = Math.min(WeightWalk.BLOCK, problem.personas().size());
    this.problem = problem;
    this.positive = positive;
    this.floors = floors;
    this.visitor = visitor;
    this.bits = new long[problem.levels() + 1][Math.ceilDiv(block, Long.SIZE)];
    this.products = new double[problem.levels() + 1][block];
    this.lists = new ProductList[problem.levels() + 1];
    for (int level = 0; level < lists.length; level++) {
      lists[level] = new ProductList(block / SPARSE + 1);
    }
    this.block = new int[block];
    this.personas = new int[block];
    this.weights = new double[block];
  }

  /** Visits the groups of a range and the personas of a block. */
  void through(int firstPersona, int count, int fromGroup, int toGroup) {
    start = firstPersona;
    size = count;
    for (int i = 0; i < count; i++) {
      block[i] = firstPersona + i;
      products[0][i] = 1;
    }
    PersonaBits.fill(bits[0], count);
    dense(0, fromGroup, toGroup);
  }

  private void dense(int level, int from, int to) {
    if (level == problem.levels()) {
      visitor.visit(from, block, products[level], size);
      return;
    }
    int group = from;
    while (group < to) {
      int label = problem.label(level, group);
      int end = endOfLabel(level, group, to);
      int count = narrow(level, label);
      if (count * SPARSE >= size) {
        multiply(level, label);
        thick(level + 1, group, end, count);
      } else if (count > 0) {
        thin(level, label, group, end);
      }
      group = end;
    }
  }

  /** Goes on below a node whose products are known by place. */
  private void thick(int level, int group, int end, int count) {
    if (level == problem.levels()) {
      emit(level, group, count);
      return;
    }
    int kept = end - group < SUBTREE ? count : drop(level, count, floor(group, end));
    if (kept * SPARSE >= size) {
      dense(level, group, end);
    } else if (kept > 0) {
      lists[level].gather(bits[level], products[level], start, size);
      sparse(level, group, end);
    }
  }

  /** Goes on below a node of which only the bits are known: few are set. */
  private void thin(int level, int label, int group, int end) {
    lists[level].gather(bits[level + 1], products[level], start, size);
    multiplyList(level, label, leastOf(group, end));
    goOn(level + 1, group, end);
  }

  private void sparse(int level, int from, int to) {
    int group = from;
    while (group < to) {
      int end = endOfLabel(level, group, to);
      multiplyList(level, problem.label(level, group), leastOf(group, end));
      goOn(level + 1, group, end);
      group = end;
    }
  }

  private void goOn(int level, int group, int end) {
    ProductList list = lists[level];
    if (list.size() > 0) {
      if (level == problem.levels()) {
        visitor.visit(group, list.personas(), list.products(), list.size());
      } else {
        sparse(level, group, end);
      }
    }
  }

  private void multiplyList(int level, int label, double least) {
    if (label == Humans.MISSING) {
      lists[level + 1].multiply(lists[level], 1.0 / problem.labelsOf(level), least);
    } else {
      lists[level + 1].multiply(lists[level], problem.column(level, label), least);
    }
  }

  private int endOfLabel(int level, int group, int to) {
    int label = problem.label(level, group);
    int end = group + 1;
    while (end < to && problem.label(level, end) == label) {
      end++;
    }
    return end;
  }

  /** Keeps the places with mass on the label and returns how many there are. */
  private int narrow(int level, int label) {
    return label == Humans.MISSING
        ? PersonaBits.copy(bits[level], bits[level + 1])
        : PersonaBits.and(
            bits[level], positive.of(level, label), start / Long.SIZE, bits[level + 1]);
  }

  private void multiply(int level, int label) {
    double[] from = products[level];
    double[] to = products[level + 1];
    if (label == Humans.MISSING) {
      double factor = 1.0 / problem.labelsOf(level);
      for (int i = 0; i < size; i++) {
        to[i] = from[i] * factor;
      }
      return;
    }
    double[] column = problem.column(level, label);
    for (int i = 0; i < size; i++) {
      to[i] = from[i] * column[start + i];
    }
  }

  private double leastOf(int from, int to) {
    return Math.max(floor(from, to), Double.MIN_VALUE);
  }

  private double floor(int from, int to) {
    double least = Double.POSITIVE_INFINITY;
    for (int group = from; group < to; group++) {
      least = Math.min(least, floors.of(group));
    }
    return least;
  }

  /** Drops the places whose products are below a floor and returns how many are left. */
  private int drop(int level, int count, double floor) {
    if (floor <= 0) {
      return count;
    }
    double[] product = products[level];
    long[] words = bits[level];
    int kept = 0;
    for (int word = 0; word * Long.SIZE < size; word++) {
      int base = word * Long.SIZE;
      int end = Math.min(size, base + Long.SIZE);
      long above = 0;
      for (int i = base; i < end; i++) {
        above |= (product[i] >= floor ? 1L : 0L) << i;
      }
      words[word] &= above;
      kept += Long.bitCount(words[word]);
    }
    return kept;
  }

  /** Visits a group whose products are known by place. */
  private void emit(int level, int group, int count) {
    if (count == size && !positive.canVanish()) {
      visitor.visit(group, block, products[level], size);
      return;
    }
    double[] product = products[level];
    double least = Math.max(floors.of(group), Double.MIN_VALUE);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      personas[kept] = start + i;
      weights[kept] = product[i];
      kept += product[i] >= least ? 1 : 0;
    }
    visitor.visit(group, personas, weights, kept);
  }
}
