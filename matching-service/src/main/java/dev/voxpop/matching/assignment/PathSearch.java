package dev.voxpop.matching.assignment;

import java.util.Arrays;

/**
 * The state of one solution by {@link ShortestAugmentingPath}: holdings, potentials and the labels
 * of the current search.
 *
 * <p>Personas are named by their rank in seeded order. Labels carry the number of the search that
 * set them, so nothing is cleared between searches.
 */
final class PathSearch {

  private static final int NONE = -1;

  private final RankedLists lists;
  private final int[] personas;
  private final Holdings holdings;
  private final DistanceHeap heap = new DistanceHeap();

  private final long[] groupPotential;
  private final long[] groupDistance;
  private final int[] groupVia;
  private final int[] groupSeen;
  private final int[] groupSettled;

  private final long[] personaPotential;
  private final long[] personaDistance;
  private final int[] personaFrom;
  private final int[] personaSeen;

  private int[] settled = new int[64];
  private int settledCount;
  private int[] reached = new int[1024];
  private int reachedCount;

  private int round;
  private long best;
  private int bestPersona;
  private int bestGroup;
  private long pops;

  PathSearch(RankedLists lists, Transport transport) {
    int groups = transport.problem().groups();
    this.personas = transport.order().personas();
    int size = personas.length;
    this.lists = lists;
    this.holdings = new Holdings(size, transport.capacity());
    this.groupPotential = new long[groups];
    this.groupDistance = new long[groups];
    this.groupVia = new int[groups];
    this.groupSeen = new int[groups];
    this.groupSettled = new int[groups];
    this.personaPotential = new long[size];
    this.personaDistance = new long[size];
    this.personaFrom = new int[size];
    this.personaSeen = new int[size];
  }

  void place(int group, int supply) {
    int left = supply;
    while (left > 0) {
      shortestPath(group);
      updatePotentials();
      if (bestPersona == NONE && bestGroup == group) {
        return;
      }
      left -= augment(group, left);
    }
  }

  Plan plan() {
    long[] duals = new long[personaPotential.length];
    var plan = new Plan(groupPotential, duals);
    for (int rank = 0; rank < duals.length; rank++) {
      duals[personas[rank]] = personaPotential[rank];
      for (int at = holdings.first(rank); at != NONE; at = holdings.next(at)) {
        plan.add(holdings.group(at), personas[rank], holdings.units(at));
      }
    }
    return plan;
  }

  /** Returns how many heap entries were taken so far. */
  long pops() {
    return pops;
  }

  private void shortestPath(int root) {
    round++;
    heap.clear();
    settledCount = 0;
    reachedCount = 0;
    best = Long.MAX_VALUE;
    groupDistance[root] = 0;
    groupVia[root] = NONE;
    settle(root);
    while (!heap.isEmpty() && heap.distance() < best) {
      int group = heap.item();
      long distance = heap.distance();
      heap.pop();
      pops++;
      if (groupSettled[group] != round && distance == groupDistance[group]) {
        settle(group);
      }
    }
  }

  private void settle(int group) {
    groupSettled[group] = round;
    if (settledCount == settled.length) {
      settled = Arrays.copyOf(settled, 2 * settledCount);
    }
    settled[settledCount++] = group;
    long base = groupDistance[group] + groupPotential[group];
    if (base < best) {
      best = base;
      bestPersona = NONE;
      bestGroup = group;
    }
    scan(group, base);
  }

  private void scan(int group, long base) {
    int ordered = lists.ordered(group);
    int[] members = lists.members(group);
    long[] values = lists.values(group);
    for (int i = 0; ; i++) {
      if (i >= ordered) {
        if (!lists.reach(group, i)) {
          return;
        }
        ordered = lists.ordered(group);
        members = lists.members(group);
        values = lists.values(group);
      }
      long lower = base - values[i];
      if (lower >= best) {
        return;
      }
      int persona = members[i];
      long distance = lower + personaPotential[persona];
      if (distance < best
          && (personaSeen[persona] != round || distance < personaDistance[persona])) {
        reach(persona, group, distance);
      }
    }
  }

  private void reach(int persona, int group, long distance) {
    if (personaSeen[persona] != round) {
      personaSeen[persona] = round;
      if (reachedCount == reached.length) {
        reached = Arrays.copyOf(reached, 2 * reachedCount);
      }
      reached[reachedCount++] = persona;
    }
    personaDistance[persona] = distance;
    personaFrom[persona] = group;
    if (holdings.free(persona) > 0) {
      best = distance;
      bestPersona = persona;
      bestGroup = group;
      return;
    }
    for (int at = holdings.first(persona); at != NONE; at = holdings.next(at)) {
      offer(holdings.group(at), persona, distance);
    }
  }

  /** A full persona is a way to the groups that hold it, as far as they are not settled. */
  private void offer(int group, int persona, long distance) {
    if (groupSettled[group] == round
        || (groupSeen[group] == round && groupDistance[group] <= distance)) {
      return;
    }
    groupSeen[group] = round;
    groupDistance[group] = distance;
    groupVia[group] = persona;
    heap.push(distance, persona, group);
  }

  private void updatePotentials() {
    for (int i = 0; i < reachedCount; i++) {
      int persona = reached[i];
      if (personaDistance[persona] < best) {
        personaPotential[persona] += best - personaDistance[persona];
      }
    }
    for (int i = 0; i < settledCount; i++) {
      int group = settled[i];
      groupPotential[group] -= best - groupDistance[group];
    }
  }

  /** Moves as many units along the path as fit, and returns how many. */
  private int augment(int root, int wanted) {
    int units = bestPersona == NONE ? wanted : Math.min(wanted, holdings.free(bestPersona));
    for (int group = bestGroup; group != root; group = personaFrom[groupVia[group]]) {
      units = Math.min(units, holdings.units(groupVia[group], group));
    }
    if (bestPersona != NONE) {
      holdings.change(bestPersona, bestGroup, units);
    }
    for (int group = bestGroup; group != root; group = personaFrom[groupVia[group]]) {
      int persona = groupVia[group];
      holdings.change(persona, group, -units);
      holdings.change(persona, personaFrom[persona], units);
    }
    return units;
  }
}
