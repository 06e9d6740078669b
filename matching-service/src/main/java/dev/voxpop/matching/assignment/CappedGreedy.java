package dev.voxpop.matching.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;

/**
 * Pairs are taken in descending order of weight while the human is free and the persona has a
 * place.
 *
 * <p>Equal weights are taken in ascending order of the seeded key of (human, persona), or by
 * persona and human id. Humans who find no place at a positive weight come last: in order of their
 * own key each takes the free persona of smallest key. The total is at least half of the optimum
 * with the same capacity. Lists of groups are merged by a heap over their current weights; keys are
 * made only for pairs that are still possible when their weight is reached.
 *
 * <p>Avis, D. (1983). A survey of heuristics for the weighted matching problem. Networks 13(4),
 * 475–493. doi:10.1002/net.3230130404
 */
final class CappedGreedy {

  private final Problem problem;
  private final Specification specification;
  private final int[] personas;
  private final RankedLists lists;
  private final PairKeys keys;
  private final Matching.Draft draft;
  private final Support support;
  private final int capacity;
  private final int[] free;
  private final int[] positions;
  private final List<List<Integer>> waiting;

  CappedGreedy(Problem problem, Specification specification, Workers workers) {
    this.problem = problem;
    this.specification = specification;
    this.capacity = specification.capacity().orElseThrow();
    this.personas =
        SeededOrder.permutation(problem.personas().size(), specification.seed(), "personas");
    int[] ranks = SeededOrder.ranks(personas);
    this.lists =
        RankedLists.of(new WeightWalk(problem, workers), Double::doubleToRawLongBits, ranks);
    this.support = new Support(problem, group -> !lists.isEmpty(group));
    this.keys = new PairKeys(problem, specification);
    this.draft = new Matching.Draft(problem);
    this.free = draft.free(capacity);
    this.positions = new int[problem.groups()];
    this.waiting = new ArrayList<>();
  }

  Matching match() {
    support.requirePlaces(capacity, specification.surplus());
    for (int group = 0; group < problem.groups(); group++) {
      waiting.add(new ArrayList<>());
    }
    for (int human = 0; human < problem.humans().size(); human++) {
      waiting.get(problem.groupOf(human)).add(human);
    }
    takeByWeight();
    new Leftovers(problem, specification, support).place(draft, capacity);
    return draft.finish(OptionalInt.of(capacity));
  }

  private void takeByWeight() {
    var heads =
        new PriorityQueue<Integer>(
            Comparator.<Integer>comparingLong(group -> -head(group)).thenComparing(group -> group));
    for (int group = 0; group < problem.groups(); group++) {
      offer(group, heads);
    }
    while (!heads.isEmpty()) {
      long weight = head(heads.element());
      List<Integer> level = new ArrayList<>();
      while (!heads.isEmpty() && head(heads.element()) == weight) {
        level.add(heads.remove());
      }
      take(level, weight);
      level.forEach(group -> offer(group, heads));
    }
  }

  private long head(int group) {
    return lists.values(group)[positions[group]];
  }

  /** Queues a group that has a waiting human and a persona with a place. */
  private void offer(int group, PriorityQueue<Integer> heads) {
    waiting.get(group).removeIf(draft::isMatched);
    if (!waiting.get(group).isEmpty() && skipFull(group)) {
      heads.add(group);
    }
  }

  private boolean skipFull(int group) {
    while (lists.reach(group, positions[group])) {
      if (free[personas[lists.members(group)[positions[group]]]] > 0) {
        return true;
      }
      positions[group]++;
    }
    return false;
  }

  private void take(List<Integer> level, long weight) {
    List<PairKeys.Pair> pairs = new ArrayList<>();
    for (int group : level) {
      while (lists.reach(group, positions[group]) && head(group) == weight) {
        collect(group, personas[lists.members(group)[positions[group]++]], pairs);
      }
    }
    pairs.sort(PairKeys.ORDER);
    for (PairKeys.Pair pair : pairs) {
      if (free[pair.persona()] > 0 && !draft.isMatched(pair.human())) {
        draft.match(pair.human(), pair.persona());
        free[pair.persona()]--;
      }
    }
  }

  private void collect(int group, int persona, List<PairKeys.Pair> pairs) {
    if (free[persona] > 0) {
      for (int human : waiting.get(group)) {
        pairs.add(keys.pair(human, persona));
      }
    }
  }
}
