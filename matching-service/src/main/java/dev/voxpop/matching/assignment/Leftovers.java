package dev.voxpop.matching.assignment;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The last humans of a capped greedy matching: in order of their own key each takes the free
 * persona of smallest own key. O((humans + personas) · log).
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
    List<Integer> supported = new ArrayList<>();
    List<Integer> unsupported = new ArrayList<>();
    for (int human = 0; human < problem.humans().size(); human++) {
      if (!draft.isMatched(human)) {
        (support.has(human) ? supported : unsupported).add(human);
      }
    }
    boolean all = specification.onZero() == OnZero.RANDOM;
    if (supported.isEmpty() && (unsupported.isEmpty() || !all)) {
      return;
    }
    int[] free = draft.free(capacity);
    Iterator<Integer> open = open(free).iterator();
    placeAll(supported, draft, open);
    if (all) {
      placeAll(unsupported, draft, open);
    }
  }

  /** Returns the free personas in order, each as often as it has places. */
  private Stream<Integer> open(int[] free) {
    return IntStream.range(0, free.length)
        .filter(persona -> free[persona] > 0)
        .boxed()
        .sorted(keys.personaOrder())
        .flatMap(persona -> Stream.generate(() -> persona).limit(free[persona]));
  }

  private void placeAll(List<Integer> humans, Matching.Draft draft, Iterator<Integer> open) {
    humans.sort(keys.humanOrder());
    for (int human : humans) {
      if (open.hasNext()) {
        draft.match(human, open.next());
      } else {
        draft.turnAway(human);
      }
    }
  }
}
