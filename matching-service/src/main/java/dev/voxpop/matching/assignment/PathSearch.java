package dev.voxpop.matching.assignment;

import java.util.Arrays;

/**
 * The state of one solution by {@link ShortestAugmentingPath}: holdings, dual values and the labels
 * of the current search.
 *
 * <p>Personas are named by their rank in seeded order. A full persona's dual value is not stored: a
 * used pair is tight, so it is the pair's value less the dual value of the group that holds it, and
 * follows that group's changes by itself. A free persona is held by nobody, whose dual value is
 * zero.
 *
 * <p>A group's label is its distance in the current search, or beyond all distances before it is
 * reached, or below all once it is settled: one comparison tells whether a way to it is of use.
 */
final class PathSearch {

  private static final int NONE = -1;

  /** Two numbers each: value of the pair with one group that holds the persona, and that group. */
  private static final int WIDTH_BITS = 1;

  private static final long FAR = Long.MAX_VALUE;
  private static final long SETTLED = Long.MIN_VALUE;

  private final RankedLists lists;
  private final int[] personas;
  private final int capacity;
  private final Holdings holdings;
  private final DistanceHeap heap = new DistanceHeap();
  private final int nobody;

  /** Two numbers each: dual value and label of a group. */
  private final long[] states;

  private final long[] held;
  private final long[] distances;
  private final int[] via;
  private final int[] from;

  /** Groups reached in the current search, and how many. */
  private final int[] reached;

  private int reachedCount;
  private final int[] settled;
  private int settledCount;
  private long best;
  private int bestPersona;
  private int bestGroup;
  private long pops;

  PathSearch(RankedLists lists, Transport transport) {
    int groups = transport.problem().groups();
    this.lists = lists;
    this.personas = transport.order().personas();
    this.capacity = transport.capacity();
    this.holdings = new Holdings(personas.length, capacity);
    this.nobody = groups;
    this.states = new long[(groups + 1) << WIDTH_BITS];
    for (int group = 0; group <= groups; group++) {
      states[(group << WIDTH_BITS) + 1] = FAR;
    }
    this.held = new long[personas.length << WIDTH_BITS];
    for (int persona = 0; persona < personas.length; persona++) {
      held[(persona << WIDTH_BITS) + 1] = nobody;
    }
    this.reached = new int[groups];
    this.settled = new int[groups];
    this.distances = new long[groups];
    this.via = new int[groups];
    this.from = new int[groups];
  }

  void place(int group, int supply) {
    int left = supply;
    while (left > 0) {
      shortestPath(group);
      updateDuals();
      if (bestPersona == NONE && bestGroup == group) {
        return;
      }
      left -= augment(group, left);
    }
  }

  Plan plan() {
    long[] personaDuals = new long[personas.length];
    long[] groupDuals = new long[nobody];
    Arrays.setAll(groupDuals, this::groupDual);
    var plan = new Plan(groupDuals, personaDuals);
    for (int rank = 0; rank < personas.length; rank++) {
      personaDuals[personas[rank]] = dual(rank);
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

  private long groupDual(int group) {
    return states[group << WIDTH_BITS];
  }

  private long dual(int persona) {
    int state = persona << WIDTH_BITS;
    return held[state] - groupDual((int) held[state + 1]);
  }

  private void hold(int persona, int group, long dual) {
    int state = persona << WIDTH_BITS;
    held[state] = dual + groupDual(group);
    held[state + 1] = group;
  }

  private void shortestPath(int root) {
    heap.clear();
    forgetLabels();
    best = Long.MAX_VALUE;
    label(root, 0);
    settle(root);
    while (!heap.isEmpty() && heap.distance() < best) {
      int group = heap.item();
      heap.pop();
      pops++;
      if (states[(group << WIDTH_BITS) + 1] != SETTLED) {
        settle(group);
      }
    }
  }

  private void forgetLabels() {
    for (int i = 0; i < reachedCount; i++) {
      states[(reached[i] << WIDTH_BITS) + 1] = FAR;
    }
    reachedCount = 0;
    settledCount = 0;
  }

  private void label(int group, long distance) {
    int label = (group << WIDTH_BITS) + 1;
    if (states[label] == FAR) {
      reached[reachedCount++] = group;
    }
    states[label] = distance;
    distances[group] = distance;
  }

  private void settle(int group) {
    states[(group << WIDTH_BITS) + 1] = SETTLED;
    settled[settledCount++] = group;
    long base = distances[group] + groupDual(group);
    if (base < best) {
      best = base;
      bestPersona = NONE;
      bestGroup = group;
    }
    scan(group, base);
  }

  private void scan(int group, long base) {
    int[] members = lists.members(group);
    long[] values = lists.values(group);
    boolean alone = capacity == 1;
    for (int i = 0; ; i++) {
      if (i >= members.length) {
        if (!lists.reach(group, i)) {
          return;
        }
        members = lists.members(group);
        values = lists.values(group);
      }
      long lower = base - values[i];
      if (lower >= best) {
        return;
      }
      int state = members[i] << WIDTH_BITS;
      int holder = (int) held[state + 1];
      long distance = lower + held[state] - states[holder << WIDTH_BITS];
      if (distance < (alone ? Math.min(best, states[(holder << WIDTH_BITS) + 1]) : best)) {
        reach(members[i], holder, group, distance);
      }
    }
  }

  /** A free persona ends the path; a full one is a way to the groups that hold it. */
  private void reach(int persona, int holder, int group, long distance) {
    if (holder == nobody) {
      best = distance;
      bestPersona = persona;
      bestGroup = group;
    } else if (capacity == 1) {
      offer(holder, persona, group, distance);
    } else {
      for (int at = holdings.first(persona); at != NONE; at = holdings.next(at)) {
        offer(holdings.group(at), persona, group, distance);
      }
    }
  }

  private void offer(int holder, int persona, int group, long distance) {
    if (states[(holder << WIDTH_BITS) + 1] <= distance) {
      return;
    }
    label(holder, distance);
    via[holder] = persona;
    from[holder] = group;
    heap.push(distance, persona, holder);
  }

  private void updateDuals() {
    for (int i = 0; i < settledCount; i++) {
      int group = settled[i];
      states[group << WIDTH_BITS] -= best - distances[group];
    }
  }

  /** Moves as many units along the path as fit, and returns how many. */
  private int augment(int root, int wanted) {
    int units = bestPersona == NONE ? wanted : Math.min(wanted, holdings.free(bestPersona));
    for (int group = bestGroup; group != root; group = from[group]) {
      units = Math.min(units, holdings.units(via[group], group));
    }
    if (bestPersona != NONE) {
      holdings.change(bestPersona, bestGroup, units);
      if (holdings.free(bestPersona) == 0) {
        hold(bestPersona, bestGroup, 0);
      }
    }
    for (int group = bestGroup; group != root; group = from[group]) {
      int persona = via[group];
      long dual = dual(persona);
      holdings.change(persona, group, -units);
      holdings.change(persona, from[group], units);
      hold(persona, from[group], dual);
    }
    return units;
  }
}
