package dev.voxpop.matching.assignment;

/**
 * A depth-first walk over the trie of label tuples that visits every weight above zero.
 *
 * <p>Personas are walked in blocks that fit the caches. Each node of the trie holds one bit per
 * persona of the block, set where all factors so far are positive, and the products so far at those
 * places: a child's bits are its parent's bits and the label's, its products the parent's times the
 * label's masses. Products are taken in declared trait order, so every caller sees the same bits.
 *
 * <p>A caller who has no use for small weights says from where on: factors are at most one, so a
 * product that fell below the least floor of a subtree's groups is dropped from the subtree.
 *
 * <p>Groups are split among threads in contiguous ranges. A group is visited by one thread, its
 * blocks in ascending persona order, so results do not depend on the number of threads. Cost per
 * block: one pass over bits per node, one multiplication per positive product.
 */
final class WeightWalk {

  private static final int BLOCK = 2048;

  /** Receives the non-zero weights of one group in one block of personas. */
  @FunctionalInterface
  interface Visitor {
    /** Called with {@code count} valid entries; the arrays are reused after the call. */
    void visit(int group, int[] personas, double[] weights, int count);
  }

  /** How large a weight must be to matter; may rise while a group is visited. */
  @FunctionalInterface
  interface Floors {
    /** Every weight matters. */
    Floors NONE = group -> 0;

    /** Returns a number; weights of the group below it may be left out. */
    double of(int group);
  }

  private final Problem problem;
  private final Workers workers;
  private final PositiveMasses positive;

  WeightWalk(Problem problem, Workers workers) {
    this.problem = problem;
    this.workers = workers;
    this.positive = PositiveMasses.of(problem, workers);
  }

  Problem problem() {
    return problem;
  }

  /** Returns in how many blocks personas are walked. */
  int blocks() {
    return Math.ceilDiv(problem.personas().size(), BLOCK);
  }

  Workers workers() {
    return workers;
  }

  /** Visits all groups and personas. */
  void forEach(Floors floors, Visitor visitor) {
    workers.forRanges(problem.groups(), (from, to) -> range(from, to, floors, visitor));
  }

  /** Visits one group and all personas, on the calling thread. */
  void forGroup(int group, Floors floors, Visitor visitor) {
    int personas = problem.personas().size();
    var descent = new Descent(this, floors, visitor);
    for (int start = 0; start < personas; start += BLOCK) {
      descent.begin(start, Math.min(BLOCK, personas - start));
      descent.plunge(group);
    }
  }

  private void range(int fromGroup, int toGroup, Floors floors, Visitor visitor) {
    int personas = problem.personas().size();
    if (fromGroup < toGroup && personas > 0) {
      var descent = new Descent(this, floors, visitor);
      for (int start = 0; start < personas; start += BLOCK) {
        descent.begin(start, Math.min(BLOCK, personas - start));
        descent.descend(0, fromGroup, toGroup);
      }
    }
  }

  /** One thread's way through the trie: bits and products of the current block, level by level. */
  private static final class Descent {

    /** With more positive places than one in so many, all places are multiplied. */
    private static final int SPARSE = 8;

    /** With fewer groups below a node, it does not pay to drop small products. */
    private static final int SUBTREE = 4;

    private final Problem problem;
    private final PositiveMasses positive;
    private final Floors floors;
    private final Visitor visitor;
    private final long[][] bits;
    private final double[][] products;
    private final int[] block = new int[BLOCK];
    private final int[] places = new int[BLOCK + 4];
    private final int[] personas = new int[BLOCK];
    private final double[] weights = new double[BLOCK];
    private int start;
    private int size;

    Descent(WeightWalk walk, Floors floors, Visitor visitor) {
      this.problem = walk.problem;
      this.positive = walk.positive;
      this.floors = floors;
      this.visitor = visitor;
      this.bits = new long[problem.levels() + 1][BLOCK / Long.SIZE];
      this.products = new double[problem.levels() + 1][BLOCK];
    }

    void begin(int first, int count) {
      start = first;
      size = count;
      for (int i = 0; i < count; i++) {
        block[i] = first + i;
        products[0][i] = 1;
      }
      for (int word = 0; word < bits[0].length; word++) {
        int left = count - word * Long.SIZE;
        bits[0][word] = left >= Long.SIZE ? -1L : left <= 0 ? 0 : (1L << left) - 1;
      }
    }

    void descend(int level, int from, int to) {
      if (level == problem.levels()) {
        visitor.visit(from, block, products[level], size);
        return;
      }
      int group = from;
      while (group < to) {
        int label = problem.label(level, group);
        int end = group + 1;
        while (end < to && problem.label(level, end) == label) {
          end++;
        }
        int count = narrow(level, label);
        if (count > 0 && level + 1 < problem.levels()) {
          multiply(level, label, count);
          if (end - group < SUBTREE || drop(level + 1, count, floor(group, end)) > 0) {
            descend(level + 1, group, end);
          }
        } else if (count > 0) {
          emit(level, label, group, count);
        }
        group = end;
      }
    }

    /** Visits one group: all bits first, then the products where bits are left. */
    void plunge(int group) {
      int count = size;
      for (int level = 0; level < problem.levels() && count > 0; level++) {
        count = narrow(level, problem.label(level, group));
      }
      if (count > 0) {
        list(bits[problem.levels()]);
        for (int at = 0; at < count; at++) {
          personas[at] = start + places[at];
          weights[at] = problem.weight(group, personas[at]);
        }
        visitor.visit(group, personas, weights, compacted(count));
      }
    }

    /** Keeps the places with mass on the label and returns how many there are. */
    private int narrow(int level, int label) {
      long[] parent = bits[level];
      long[] child = bits[level + 1];
      int words = (size + Long.SIZE - 1) / Long.SIZE;
      int count = 0;
      if (label == Humans.MISSING) {
        for (int word = 0; word < words; word++) {
          child[word] = parent[word];
          count += Long.bitCount(parent[word]);
        }
        return count;
      }
      long[] mask = positive.of(level, label);
      int offset = start / Long.SIZE;
      for (int word = 0; word < words; word++) {
        long kept = parent[word] & mask[offset + word];
        child[word] = kept;
        count += Long.bitCount(kept);
      }
      return count;
    }

    private void multiply(int level, int label, int count) {
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
      if (count * SPARSE >= size) {
        for (int i = 0; i < size; i++) {
          to[i] = from[i] * column[start + i];
        }
        return;
      }
      list(bits[level + 1]);
      for (int at = 0; at < count; at++) {
        int i = places[at];
        to[i] = from[i] * column[start + i];
      }
    }

    private double floor(int from, int to) {
      double least = Double.POSITIVE_INFINITY;
      for (int group = from; group < to; group++) {
        least = Math.min(least, floors.of(group));
      }
      return least;
    }

    /**
     * Drops the places whose products are below a floor and returns how many are left; does nothing
     * where few places are positive, because looking for them costs more than it saves.
     */
    private int drop(int level, int count, double floor) {
      if (floor <= 0 || count * SPARSE < size) {
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

    private void emit(int level, int label, int group, int count) {
      double[] from = products[level];
      if (count == size && !positive.canVanish()) {
        multiply(level, label, count);
        visitor.visit(group, block, products[level + 1], size);
        return;
      }
      if (count * SPARSE >= 2 * size) {
        multiply(level, label, count);
        visitor.visit(group, personas, weights, collected(level + 1, floors.of(group)));
        return;
      }
      list(bits[level + 1]);
      if (label == Humans.MISSING) {
        double factor = 1.0 / problem.labelsOf(level);
        for (int at = 0; at < count; at++) {
          personas[at] = start + places[at];
          weights[at] = from[places[at]] * factor;
        }
      } else {
        double[] column = problem.column(level, label);
        for (int at = 0; at < count; at++) {
          int persona = start + places[at];
          personas[at] = persona;
          weights[at] = from[places[at]] * column[persona];
        }
      }
      visitor.visit(group, personas, weights, positive.canVanish() ? compacted(count) : count);
    }

    /**
     * Lists the places of set bits. Four are written for every word, whether it has them or not,
     * because a loop over the set bits of sparse words mispredicts at almost every word.
     */
    private void list(long[] words) {
      int next = 0;
      for (int word = 0; word * Long.SIZE < size; word++) {
        long left = words[word];
        int base = word * Long.SIZE;
        int end = next + Long.bitCount(left);
        places[next] = base + Long.numberOfTrailingZeros(left);
        left &= left - 1;
        places[next + 1] = base + Long.numberOfTrailingZeros(left);
        left &= left - 1;
        places[next + 2] = base + Long.numberOfTrailingZeros(left);
        left &= left - 1;
        places[next + 3] = base + Long.numberOfTrailingZeros(left);
        left &= left - 1;
        for (int at = next + 4; at < end; at++) {
          places[at] = base + Long.numberOfTrailingZeros(left);
          left &= left - 1;
        }
        next = end;
      }
    }

    /** Collects the products of a level that matter, without regard to bits. */
    private int collected(int level, double floor) {
      double[] product = products[level];
      double least = Math.max(floor, Double.MIN_VALUE);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        personas[kept] = start + i;
        weights[kept] = product[i];
        kept += product[i] >= least ? 1 : 0;
      }
      return kept;
    }

    private int compacted(int count) {
      int kept = 0;
      for (int at = 0; at < count; at++) {
        personas[kept] = personas[at];
        weights[kept] = weights[at];
        kept += weights[at] > 0 ? 1 : 0;
      }
      return kept;
    }
  }
}
