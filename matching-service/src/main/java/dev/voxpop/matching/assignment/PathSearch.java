package dev.voxpop.matching.assignment;

import java.util.Arrays;

/**
 * The state of one solution by {@link ShortestAugmentingPath}: holdings, potentials and the labels
 * of the current search.
 *
 * <p>Labels carry the number of the search that set them, so nothing is cleared between searches.
 */
final class PathSearch {

  private static final int NONE = -1;

  private final RankedLists lists;
  private final int[] ranks;
  private final Holdings holdings;
  private final DistanceHeap heap = new DistanceHeap();

  private final long[] groupPotential;
  private final long[] groupDistance;
  private final int[] groupVia;
  private final int[] groupSeen;

  private final long[] personaPotential;
  private final long[] personaDistance;
  private final int[] personaFrom;
  private final int[] personaSeen;
  private final int[] personaSettled;

  private int[] settledGroups = new int[64];
  private int settledGroupCount;
  private int[] settledPersonas = new int[64];
  private int settledPersonaCount;

  private int round;
  private long best;
  private int bestPersona;
  private int bestGroup;
  private long pops;

  PathSearch(RankedLists lists, Transport transport) {
    int groups = transport.problem().groups();
    int personas = transport.problem().personas().size();
    this.lists = lists;
    this.ranks = transport.order().ranks();
    this.holdings = new Holdings(personas, transport.capacity());
    this.groupPotential = new long[groups];
    this.groupDistance = new long[groups];
    this.groupVia = new int[groups];
    this.groupSeen = new int[groups];
    this.personaPotential = new long[personas];
    this.personaDistance = new long[personas];
    this.personaFrom = new int[personas];
    this.personaSeen = new int[personas];
    this.personaSettled = new int[personas];
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
    var plan = new Plan(groupPotential, personaPotential);
    for (int persona = 0; persona < personaPotential.length; persona++) {
      for (int at = holdings.first(persona); at != NONE; at = holdings.next(at)) {
        plan.add(holdings.group(at), persona, holdings.units(at));
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
    settledGroupCount = 0;
    settledPersonaCount = 0;
    best = Long.MAX_VALUE;
    settleGroup(root, 0, NONE);
    while (!heap.isEmpty() && heap.distance() < best) {
      int persona = heap.persona();
      long distance = heap.distance();
      heap.pop();
      pops++;
      if (personaSettled[persona] != round && distance == personaDistance[persona]) {
        settlePersona(persona, distance);
      }
    }
  }

  private void settlePersona(int persona, long distance) {
    personaSettled[persona] = round;
    if (settledPersonaCount == settledPersonas.length) {
      settledPersonas = Arrays.copyOf(settledPersonas, 2 * settledPersonaCount);
    }
    settledPersonas[settledPersonaCount++] = persona;
    for (int at = holdings.first(persona); at != NONE; at = holdings.next(at)) {
      int group = holdings.group(at);
      if (groupSeen[group] != round) {
        settleGroup(group, distance, persona);
      }
    }
  }

  private void settleGroup(int group, long distance, int via) {
    groupSeen[group] = round;
    groupDistance[group] = distance;
    groupVia[group] = via;
    if (settledGroupCount == settledGroups.length) {
      settledGroups = Arrays.copyOf(settledGroups, 2 * settledGroupCount);
    }
    settledGroups[settledGroupCount++] = group;
    long base = distance + groupPotential[group];
    if (base < best) {
      best = base;
      bestPersona = NONE;
      bestGroup = group;
    }
    scan(group, base);
  }

  private void scan(int group, long base) {
    int size = lists.size(group);
    int ordered = lists.ordered(group);
    int[] personas = lists.personas(group);
    long[] values = lists.values(group);
    for (int i = 0; i < size; i++) {
      if (i >= ordered) {
        lists.order(group, i);
        ordered = lists.ordered(group);
      }
      long lower = base - values[i];
      if (lower >= best) {
        return;
      }
      int persona = personas[i];
      long distance = lower + personaPotential[persona];
      if (distance < best && improves(persona, distance)) {
        reach(persona, group, distance);
      }
    }
  }

  private boolean improves(int persona, long distance) {
    return personaSeen[persona] != round
        || (personaSettled[persona] != round && distance < personaDistance[persona]);
  }

  private void reach(int persona, int group, long distance) {
    personaSeen[persona] = round;
    personaDistance[persona] = distance;
    personaFrom[persona] = group;
    if (holdings.free(persona) > 0) {
      best = distance;
      bestPersona = persona;
      bestGroup = group;
    } else {
      heap.push(distance, ranks[persona], persona);
    }
  }

  private void updatePotentials() {
    for (int i = 0; i < settledPersonaCount; i++) {
      int persona = settledPersonas[i];
      personaPotential[persona] += best - personaDistance[persona];
    }
    for (int i = 0; i < settledGroupCount; i++) {
      int group = settledGroups[i];
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
