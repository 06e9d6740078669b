package dev.voxpop.matching.assignment;

import java.util.Arrays;

/**
 * The graph of groups: the length of an edge g → h is the least that is lost when a bidder moves
 * from g to h. A cycle of negative length is a gain for everybody on it.
 *
 * <p>Bellman–Ford rounds start from the auction's prices. When the predecessors close a cycle, all
 * such cycles are moved along and the edges of the groups concerned are measured again; when
 * nothing changes any more, the potentials prove that no cycle is left. Whole numbers make every
 * comparison exact, so each move gains at least one unit and the procedure ends.
 */
final class GroupCycles {

  private static final int NONE = -1;

  private final GroupAuction.Market market;
  private final Problem problem;
  private final Workers workers;
  private final int size;
  private final int groups;
  private final double scale;
  private final int[][] members;
  private final int[] counts;
  private final long[][] lengths;
  private final int[][] movers;
  private final long[] potentials;
  private final int[] predecessors;
  private final boolean[] fallen;
  private final WeightRows own;

  GroupCycles(GroupAuction.Market market, Problem problem, Workers workers) {
    this.market = market;
    this.problem = problem;
    this.workers = workers;
    this.size = market.sizes().length;
    this.groups = problem.groups();
    this.scale = Objective.SUM.scale();
    this.members = new int[size][];
    this.counts = market.sizes().clone();
    this.lengths = new long[size][size];
    this.movers = new int[size][size];
    this.potentials = new long[size];
    this.predecessors = new int[size];
    this.fallen = new boolean[size];
    Arrays.fill(fallen, true);
    this.own = new WeightRows(problem);
    for (int group = 0; group < size; group++) {
      members[group] = new int[counts[group]];
      for (int slot = 0; slot < counts[group]; slot++) {
        members[group][slot] = market.slots().bidder(group, slot);
      }
      Arrays.sort(members[group]);
      potentials[group] = -Math.round(market.price(group) * scale);
    }
  }

  Plan solve(Transport transport) {
    workers.forRanges(
        size,
        (from, to) -> {
          var rows = new WeightRows(problem);
          for (int group = from; group < to; group++) {
            measure(group, rows);
          }
        });
    Arrays.fill(predecessors, NONE);
    while (relax()) {
      if (cancelCycles()) {
        Arrays.fill(predecessors, NONE);
      }
    }
    return plan(transport);
  }

  /** Measures the edges that leave a group. */
  private void measure(int group, WeightRows rows) {
    long[] length = lengths[group];
    int[] mover = movers[group];
    Arrays.fill(length, Long.MAX_VALUE / 2);
    for (int bidder : members[group]) {
      double[] weights = weights(bidder, rows);
      long own = scaled(weights, group);
      for (int other = 0; other < groups; other++) {
        long loss = own - (long) (weights[other] * scale + 0.5);
        if (loss < length[other]) {
          length[other] = loss;
          mover[other] = bidder;
        }
      }
      if (groups < size && own < length[groups]) {
        length[groups] = own;
        mover[groups] = bidder;
      }
    }
  }

  private double[] weights(int bidder, WeightRows rows) {
    int persona = market.persona(bidder);
    return persona == Slots.NOBODY ? rows.zeros() : rows.of(persona);
  }

  private long scaled(double[] weights, int group) {
    return group < groups ? (long) (weights[group] * scale + 0.5) : 0;
  }

  /** One round over the edges of groups whose potential fell; returns whether another one did. */
  private boolean relax() {
    boolean changed = false;
    for (int group = 0; group < size; group++) {
      if (!fallen[group]) {
        continue;
      }
      fallen[group] = false;
      long base = potentials[group];
      long[] length = lengths[group];
      for (int other = 0; other < size; other++) {
        if (base + length[other] < potentials[other]) {
          potentials[other] = base + length[other];
          predecessors[other] = group;
          fallen[other] = true;
          changed = true;
        }
      }
    }
    return changed;
  }

  /** Moves bidders along every cycle of predecessors and returns whether there was one. */
  private boolean cancelCycles() {
    int[] seen = new int[size];
    int walk = 0;
    boolean found = false;
    for (int start = 0; start < size; start++) {
      int at = start;
      walk++;
      while (at != NONE && seen[at] == 0) {
        seen[at] = walk;
        at = predecessors[at];
      }
      if (at != NONE && seen[at] == walk) {
        cancel(at);
        found = true;
      }
    }
    return found;
  }

  private void cancel(int start) {
    int to = start;
    do {
      int from = predecessors[to];
      replace(from, movers[from][to], NONE);
      to = from;
    } while (to != start);
    do {
      int from = predecessors[to];
      replace(to, NONE, movers[from][to]);
      to = from;
    } while (to != start);
    do {
      measure(to, own);
      fallen[to] = true;
      to = predecessors[to];
    } while (to != start);
  }

  private void replace(int group, int before, int after) {
    int slot = 0;
    while (members[group][slot] != before) {
      slot++;
    }
    members[group][slot] = after;
  }

  private Plan plan(Transport transport) {
    long[] groupDuals = new long[groups];
    long[] personaDuals = new long[transport.problem().personas().size()];
    long zero = zeroPotential();
    for (int group = 0; group < groups; group++) {
      groupDuals[group] = zero - potentials[group];
    }
    var plan = new Plan(groupDuals, personaDuals);
    for (int group = 0; group < groups; group++) {
      Arrays.sort(members[group]);
      for (int bidder : members[group]) {
        int persona = market.persona(bidder);
        if (persona != Slots.NOBODY) {
          plan.add(group, persona, 1);
          personaDuals[persona] = scaled(weights(bidder, own), group) - groupDuals[group];
        }
      }
    }
    return plan;
  }

  /** The potential at which a price is zero: where surplus is, or at the cheapest group. */
  private long zeroPotential() {
    if (size > groups) {
      return potentials[groups];
    }
    long highest = Long.MIN_VALUE;
    for (int group = 0; group < groups; group++) {
      highest = Math.max(highest, potentials[group]);
    }
    return highest;
  }
}
