package dev.voxpop.matching.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The last humans of a capped greedy matching: in order of their own key each takes the free
 * persona of smallest key.
 *
 * <p>Humans with support come before those without; the latter are placed only on request.
 */
final class Leftovers {

  private final Problem problem;
  private final Specification specification;
  private final Support support;
  private final PairKeys keys;

  Leftovers(Problem problem, Specification specification, Support support) {
    this.problem = problem;
    this.specification = specification;
    this.support = support;
    this.keys = new PairKeys(problem, specification);
  }

  void place(Matching.Draft draft, int capacity) {
    int[] free = draft.free(capacity);
    List<Integer> open =
        IntStream.range(0, free.length)
            .filter(persona -> free[persona] > 0)
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    List<Integer> supported = new ArrayList<>();
    List<Integer> unsupported = new ArrayList<>();
    for (int human = 0; human < problem.humans().size(); human++) {
      if (!draft.isMatched(human)) {
        (support.has(human) ? supported : unsupported).add(human);
      }
    }
    placeAll(supported, draft, free, open);
    if (specification.onZero() == OnZero.RANDOM) {
      placeAll(unsupported, draft, free, open);
    }
  }

  private void placeAll(
      List<Integer> humans, Matching.Draft draft, int[] free, List<Integer> open) {
    humans.sort(keys.humanOrder());
    for (int human : humans) {
      if (open.isEmpty()) {
        draft.turnAway(human);
        continue;
      }
      int at = smallest(human, open);
      int persona = open.get(at);
      draft.match(human, persona);
      if (--free[persona] == 0) {
        open.remove(at);
      }
    }
  }

  private int smallest(int human, List<Integer> open) {
    int smallest = 0;
    PairKeys.Pair best = keys.pair(human, open.getFirst());
    for (int at = 1; at < open.size() && specification.tieBreak() == TieBreak.SEEDED; at++) {
      PairKeys.Pair other = keys.pair(human, open.get(at));
      if (PairKeys.ORDER.compare(other, best) < 0) {
        smallest = at;
        best = other;
      }
    }
    return smallest;
  }
}
