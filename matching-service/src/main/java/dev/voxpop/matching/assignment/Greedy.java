package dev.voxpop.matching.assignment;

import java.util.OptionalInt;

/**
 * Each human takes the persona of largest weight, any number of humans the same one.
 *
 * <p>Computes argmax_j w(i, j) per human. Among tied personas the smallest seeded key of (human,
 * persona) wins, or the smallest id. Its total weight is an upper bound for every other method.
 * Cost: one walk over the non-zero weights and one key per tied pair.
 */
final class Greedy {

  private final Problem problem;
  private final Specification specification;
  private final Workers workers;

  Greedy(Problem problem, Specification specification, Workers workers) {
    this.problem = problem;
    this.specification = specification;
    this.workers = workers;
  }

  Matching match() {
    var best = BestPersonas.of(new WeightWalk(problem, workers), problem.groups());
    var draft = new Matching.Draft(problem);
    workers.forRanges(
        problem.humans().size(),
        (from, to) -> {
          var key = new SeededKey(specification.seed());
          for (int human = from; human < to; human++) {
            choose(human, best, key, draft);
          }
        });
    return draft.finish(OptionalInt.empty());
  }

  private void choose(int human, BestPersonas best, SeededKey key, Matching.Draft draft) {
    int group = problem.groupOf(human);
    if (best.hasSupport(group)) {
      draft.match(human, winner(human, group, best, key));
    } else if (specification.onZero() == OnZero.RANDOM && problem.personas().size() > 0) {
      long drawn = key.of(problem.humans().id(human));
      draft.match(human, (int) Math.unsignedMultiplyHigh(drawn, problem.personas().size()));
    }
  }

  private int winner(int human, int group, BestPersonas best, SeededKey key) {
    int winner = best.tied(group, 0);
    if (best.ties(group) == 1 || specification.tieBreak() == TieBreak.LOWEST_ID) {
      return winner;
    }
    String id = problem.humans().id(human);
    long smallest = key.of(id, problem.personas().id(winner));
    for (int i = 1; i < best.ties(group); i++) {
      int persona = best.tied(group, i);
      long other = key.of(id, problem.personas().id(persona));
      if (Long.compareUnsigned(other, smallest) < 0) {
        smallest = other;
        winner = persona;
      }
    }
    return winner;
  }
}
