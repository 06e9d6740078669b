package dev.voxpop.matching.assignment;

/**
 * A depth-first walk over the trie of label tuples that visits every weight above zero.
 *
 * <p>Personas are walked in blocks that fit the caches; {@link TrieDescent} goes through the trie
 * for one block. Products are taken in declared trait order, so every caller sees the same bits.
 *
 * <p>A caller who has no use for small weights says from where on: factors are at most one, so a
 * product that fell below the least floor of a subtree's groups is dropped from the subtree.
 *
 * <p>Groups are split among threads in contiguous ranges. A group is visited by one thread, its
 * blocks in ascending persona order, so results do not depend on the number of threads.
 */
final class WeightWalk {

  /** Most personas of a block; a multiple of the bits of a word. */
  static final int BLOCK = 4096;

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

  /** Visits one group and all personas, on the calling thread. */
  @FunctionalInterface
  interface GroupWalk {
    void visit(int group);
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
    workers.forRanges(
        problem.groups(),
        () -> {
          var descent = new TrieDescent(problem, positive, floors, visitor);
          return (from, to) -> range(from, to, descent);
        });
  }

  /** Returns a walk over single groups, for use by one thread. */
  GroupWalk byGroup(Floors floors, Visitor visitor) {
    int personas = problem.personas().size();
    var plunge = new TuplePlunge(problem, positive, floors, visitor);
    return group -> {
      for (int start = 0; start < personas; start += BLOCK) {
        plunge.into(group, start, Math.min(BLOCK, personas - start));
      }
    };
  }

  private void range(int fromGroup, int toGroup, TrieDescent descent) {
    int personas = problem.personas().size();
    for (int start = 0; start < personas && fromGroup < toGroup; start += BLOCK) {
      descent.through(start, Math.min(BLOCK, personas - start), fromGroup, toGroup);
    }
  }
}
