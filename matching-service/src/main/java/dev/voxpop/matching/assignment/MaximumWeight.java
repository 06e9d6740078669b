package dev.voxpop.matching.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The assignment of largest total value in which every human with support has one persona and no
 * persona exceeds its capacity.
 *
 * <p>Humans with equal tuples are interchangeable and dealt to their group's personas in seeded
 * order. Humans whom the optimum leaves unplaced take the places left, in seeded order, at weight
 * zero. The result is checked by {@link CertificateChecker} before it is returned.
 */
final class MaximumWeight {

  private final Problem problem;
  private final Specification specification;
  private final WeightWalk walk;
  private final Transport.Order order;

  MaximumWeight(Problem problem, Specification specification, Workers workers) {
    this.problem = problem;
    this.specification = specification;
    this.walk = new WeightWalk(problem, workers);
    this.order = Transport.Order.of(problem, specification.seed());
  }

  Matching match() {
    var lists =
        RankedLists.of(
            walk,
            specification.objective()::scaled,
            new RankedLists(problem.groups(), order.ranks(), Math.max(1, problem.humans().size())));
    var support = new Support(problem, group -> lists.size(group) > 0);
    return solve(new ShortestAugmentingPath(lists), support);
  }

  private Matching solve(Assignment solver, Support support) {
    int capacity = specification.capacity().orElseGet(support::sufficientCapacity);
    support.requirePlaces(capacity, specification.surplus());
    var transport = new Transport(problem, specification.objective(), capacity, order);
    Plan plan = solver.solve(transport);
    Certificate certificate =
        new CertificateChecker(transport, plan, walk).check(solver.getClass().getSimpleName());
    var draft = new Matching.Draft(problem);
    deal(plan, draft);
    placeRest(draft, support, capacity);
    return draft.finish(capacity, certificate);
  }

  private void deal(Plan plan, Matching.Draft draft) {
    List<List<Integer>> places = new ArrayList<>();
    for (int group = 0; group < problem.groups(); group++) {
      places.add(new ArrayList<>());
    }
    int[] ranks = order.ranks();
    Integer[] flows = new Integer[plan.size()];
    Arrays.setAll(flows, flow -> flow);
    Arrays.sort(flows, (a, b) -> Integer.compare(ranks[plan.persona(a)], ranks[plan.persona(b)]));
    for (int flow : flows) {
      for (int unit = 0; unit < plan.units(flow); unit++) {
        places.get(plan.group(flow)).add(plan.persona(flow));
      }
    }
    int[] dealt = new int[problem.groups()];
    for (int human : order.humans()) {
      int group = problem.groupOf(human);
      if (dealt[group] < places.get(group).size()) {
        draft.match(human, places.get(group).get(dealt[group]++));
      }
    }
  }

  private void placeRest(Matching.Draft draft, Support support, int capacity) {
    var places = new Rounds(order.personas(), draft.free(capacity));
    for (int human : order.humans()) {
      if (!draft.isMatched(human) && support.has(human)) {
        places.giveTo(human, draft);
      }
    }
    for (int human : order.humans()) {
      if (!draft.isMatched(human)
          && !support.has(human)
          && specification.onZero() == OnZero.RANDOM) {
        places.giveTo(human, draft);
      }
    }
  }

  /** Free places in rounds: one of every persona in seeded order, then the next one of each. */
  private static final class Rounds {

    private final int[] personas;
    private final int[] free;
    private int next;
    private long left;

    Rounds(int[] personas, int[] free) {
      this.personas = personas;
      this.free = free;
      this.left = Arrays.stream(free).asLongStream().sum();
    }

    void giveTo(int human, Matching.Draft draft) {
      if (left == 0) {
        draft.turnAway(human);
        return;
      }
      while (free[personas[next]] == 0) {
        next = (next + 1) % personas.length;
      }
      free[personas[next]]--;
      left--;
      draft.match(human, personas[next]);
      next = (next + 1) % personas.length;
    }
  }
}
