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
  private final int size;
  private final int groups;
  private final double scale;
  private final int[][] members;
  private final int[] counts;
  private final long[][] lengths;
  private final int[][] movers;
  private final long[] potentials;
  private final int[] predecessors;

  GroupCycles(GroupAuction.Market market, WeightRows rows) {
    this.market = market;
    this.size = market.sizes().length;
    this.groups = rows.zeros().length;
    this.scale = Objective.SUM.scale();
    this.members = new int[size][];
    this.counts = market.sizes().clone();
    this.lengths = new long[size][size];
    this.movers = new int[size][size];
    this.potentials = new long[size];
    this.predecessors = new int[size];
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
    for (int group = 0; group < size; group++) {
      measure(group);
    }
    Arrays.fill(predecessors, NONE);
    while (relax()) {
      if (cancelCycles()) {
        Arrays.fill(predecessors, NONE);
      }
    }
    return plan(transport);
  }

  /** Measures the edges that leave a group. */
  private void measure(int group) {
    long[] length = lengths[group];
    int[] mover = movers[group];
    Arrays.fill(length, Long.MAX_VALUE / 2);
    for (int bidder : members[group]) {
      double[] weights = market.weights(bidder);
      long own = scaled(weights, group);
      for (int other = 0; other < size; other++) {
        long loss = own - scaled(weights, other);
        if (loss < length[other]) {
          length[other] = loss;
          mover[other] = bidder;
        }
      }
    }
  }

  private long scaled(double[] weights, int group) {
    return group < groups ? (long) (weights[group] * scale + 0.5) : 0;
  }

  /** One round over all edges; returns whether a potential changed. */
  private boolean relax() {
    boolean changed = false;
    for (int group = 0; group < size; group++) {
      long base = potentials[group];
      long[] length = lengths[group];
      for (int other = 0; other < size; other++) {
        if (base + length[other] < potentials[other]) {
          potentials[other] = base + length[other];
          predecessors[other] = group;
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
      measure(to);
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
          personaDuals[persona] = scaled(market.weights(bidder), group) - groupDuals[group];
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
