package dev.voxpop.matching.assignment;

import java.util.Arrays;

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
    if (specification.objective() == Objective.SUM && Density.isHigh(problem)) {
      var best = BestPersonas.of(walk, problem.groups());
      var support = new Support(problem, best::hasSupport);
      if (suitsAuction(support)) {
        return solve(new GroupAuction(walk.workers()), support);
      }
    }
    var lists = RankedLists.of(walk, specification.objective()::scaled, order.ranks());
    return solve(
        new ShortestAugmentingPath(lists), new Support(problem, group -> !lists.isEmpty(group)));
  }

  /** With many more places than humans, or with too many groups, augmenting paths are better. */
  private boolean suitsAuction(Support support) {
    long places = (long) capacity(support) * problem.personas().size();
    return support.humans() == problem.humans().size()
        && problem.groups() > 1
        && problem.groups() <= GroupAuction.MOST_GROUPS
        && places < 5L * support.humans();
  }

  private int capacity(Support support) {
    return specification.capacity().orElseGet(support::sufficientCapacity);
  }

  private Matching solve(Assignment solver, Support support) {
    int capacity = capacity(support);
    support.requirePlaces(capacity, specification.surplus());
    int enough = Math.min(capacity, Math.max(1, problem.humans().size()));
    var transport = new Transport(problem, specification.objective(), enough, order);
    Plan plan = solver.solve(transport);
    Certificate certificate =
        new CertificateChecker(transport, plan, walk).check(solver.getClass().getSimpleName());
    var draft = new Matching.Draft(problem);
    deal(plan, draft);
    placeRest(draft, support, capacity);
    return draft.finish(capacity, new Matching.Proof(certificate, transport, plan));
  }

  /** Deals each group's personas, in seeded order, to its humans in seeded order. */
  private void deal(Plan plan, Matching.Draft draft) {
    int[] next = new int[problem.groups()];
    for (int group = 1; group < next.length; group++) {
      next[group] = next[group - 1] + problem.size(group - 1);
    }
    int[] places = new int[problem.humans().size()];
    Arrays.fill(places, Matching.NOBODY);
    int[] filled = next.clone();
    for (int flow : byRank(plan)) {
      for (int unit = 0; unit < plan.units(flow); unit++) {
        places[filled[plan.group(flow)]++] = plan.persona(flow);
      }
    }
    for (int human : order.humans()) {
      int persona = places[next[problem.groupOf(human)]++];
      if (persona != Matching.NOBODY) {
        draft.match(human, persona);
      }
    }
  }

  private int[] byRank(Plan plan) {
    int[] ranks = order.ranks();
    long[] keys = new long[plan.size()];
    boolean ascending = true;
    for (int flow = 0; flow < keys.length; flow++) {
      keys[flow] = (long) ranks[plan.persona(flow)] << Integer.SIZE | flow;
      ascending &= flow == 0 || keys[flow - 1] < keys[flow];
    }
    if (!ascending) {
      Arrays.sort(keys);
    }
    int[] flows = new int[keys.length];
    Arrays.setAll(flows, place -> (int) keys[place]);
    return flows;
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
