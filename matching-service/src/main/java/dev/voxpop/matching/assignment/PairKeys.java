package dev.voxpop.matching.assignment;

import java.util.Comparator;

/** The order of pairs of equal weight: by seeded key, or by ids. */
final class PairKeys {

  /**
   * A pair with the key that decides among equals.
   *
   * @param key compared as an unsigned number
   */
  record Pair(long key, int human, int persona) {}

  static final Comparator<Pair> ORDER =
      Comparator.<Pair>comparingLong(pair -> pair.key() + Long.MIN_VALUE)
          .thenComparingInt(Pair::persona)
          .thenComparingInt(Pair::human);

  private final Problem problem;
  private final TieBreak tieBreak;
  private final SeededKey key;

  PairKeys(Problem problem, Specification specification) {
    this.problem = problem;
    this.tieBreak = specification.tieBreak();
    this.key = new SeededKey(specification.seed());
  }

  Pair pair(int human, int persona) {
    long value =
        switch (tieBreak) {
          case SEEDED -> key.of(problem.humans().id(human), problem.personas().id(persona));
          case LOWEST_ID -> 0;
        };
    return new Pair(value, human, persona);
  }

  /** Returns the order among humans: their own key, or their id. */
  Comparator<Integer> humanOrder() {
    return switch (tieBreak) {
      case SEEDED ->
          Comparator.<Integer>comparingLong(
                  human -> key.of(problem.humans().id(human)) + Long.MIN_VALUE)
              .thenComparing(human -> human);
      case LOWEST_ID -> Comparator.naturalOrder();
    };
  }
}
