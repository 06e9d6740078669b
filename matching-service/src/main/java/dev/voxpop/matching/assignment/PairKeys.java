package dev.voxpop.matching.assignment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;

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
    return order(problem.humans()::id, problem.humans().size());
  }

  /** Returns the order among personas: their own key, or their id. */
  Comparator<Integer> personaOrder() {
    return order(problem.personas()::id, problem.personas().size());
  }

  private Comparator<Integer> order(IntFunction<String> ids, int size) {
    return switch (tieBreak) {
      case SEEDED -> {
        long[] own = new long[size];
        Arrays.setAll(own, thing -> key.of(ids.apply(thing)) + Long.MIN_VALUE);
        yield Comparator.<Integer>comparingLong(thing -> own[thing]).thenComparing(thing -> thing);
      }
      case LOWEST_ID -> Comparator.naturalOrder();
    };
  }
}
