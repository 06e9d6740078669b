package dev.voxpop.matching.assignment;

/**
 * The way from the root of the trie to one group: all bits first, then the products where bits are
 * left. An instance is used by one thread.
 */
final class TuplePlunge {

  private final Problem problem;
  private final PositiveMasses positive;
  private final WeightWalk.Floors floors;
  private final WeightWalk.Visitor visitor;
  private final long[] bits;
  private ProductList here;
  private ProductList next;

  TuplePlunge(
      Problem problem,
      PositiveMasses positive,
      WeightWalk.Floors floors,
      WeightWalk.Visitor visitor) {
    int block = Math.min(WeightWalk.BLOCK, problem.personas().size());
    this.problem = problem;
    this.positive = positive;
    this.floors = floors;
    this.visitor = visitor;
    this.bits = new long[Math.ceilDiv(block, Long.SIZE)];
    this.here = new ProductList(block);
    this.next = new ProductList(block);
  }

  /** Visits a group's personas of one block that matter. */
  void into(int group, int start, int size) {
    PersonaBits.fill(bits, size);
    int count = size;
    for (int level = 0; level < problem.levels() && count > 0; level++) {
      int label = problem.label(level, group);
      if (label != Humans.MISSING) {
        count = PersonaBits.and(bits, positive.of(level, label), start / Long.SIZE, bits);
      }
    }
    if (count > 0) {
      here.start(bits, start, size);
      double least = Math.max(floors.of(group), Double.MIN_VALUE);
      for (int level = 0; level < problem.levels(); level++) {
        multiply(level, problem.label(level, group), least);
      }
      if (here.size() > 0) {
        visitor.visit(group, here.personas(), here.products(), here.size());
      }
    }
  }

  private void multiply(int level, int label, double least) {
    if (label == Humans.MISSING) {
      next.multiply(here, 1.0 / problem.labelsOf(level), least);
    } else {
      next.multiply(here, problem.column(level, label), least);
    }
    ProductList done = here;
    here = next;
    next = done;
  }
}
