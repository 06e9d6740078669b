package dev.voxpop.matching.assignment;

import java.util.Arrays;

/**
 * The state of one solution by {@link ShortestAugmentingPath}: holdings, potentials and the labels
 * of the current search.
 *
 * <p>Personas are named by their rank in seeded order. Labels carry the number of the search that
 * set them, so nothing is cleared between searches. What belongs to one persona or group lies side
 * by side in memory: most of the time goes into reaching it.
 */
final class PathSearch {

  private static final int NONE = -1;

  private static final int WIDTH_BITS = 2;
  private static final int POTENTIAL = 0;
  private static final int DISTANCE = 1;

  /** Number of the search that set the distance, above the place it came from. */
  private static final int LABEL = 2;

  /** Number of the search that settled a group. */
  private static final int SETTLED = 3;

  private final RankedLists lists;
  private final int[] personas;
  private final Holdings holdings;
  private final DistanceHeap heap = new DistanceHeap();

  /** Four numbers each: see the constants; via or from is a whole number beside the search's. */
  private final long[] groupState;

  private final long[] personaState;

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
    this.groupState = new long[groups << WIDTH_BITS];
    this.personaState = new long[size << WIDTH_BITS];
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
    long[] groupDuals = new long[groupState.length >> WIDTH_BITS];
    Arrays.setAll(groupDuals, group -> groupState[(group << WIDTH_BITS) + POTENTIAL]);
    long[] duals = new long[personas.length];
    var plan = new Plan(groupDuals, duals);
    for (int rank = 0; rank < duals.length; rank++) {
      duals[personas[rank]] = personaState[(rank << WIDTH_BITS) + POTENTIAL];
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
    int state = root << WIDTH_BITS;
    groupState[state + DISTANCE] = 0;
    groupState[state + LABEL] = label(NONE);
    settle(root);
    while (!heap.isEmpty() && heap.distance() < best) {
      int group = heap.item();
      long distance = heap.distance();
      heap.pop();
      pops++;
      state = group << WIDTH_BITS;
      if (groupState[state + SETTLED] != round && distance == groupState[state + DISTANCE]) {
        settle(group);
      }
    }
  }

  /** The mark of this search beside a place. */
  private long label(int place) {
    return (long) round << Integer.SIZE | (place & 0xFFFFFFFFL);
  }

  private boolean isOfThisSearch(long label) {
    return (int) (label >>> Integer.SIZE) == round;
  }

  private void settle(int group) {
    int state = group << WIDTH_BITS;
    groupState[state + SETTLED] = round;
    if (settledCount == settled.length) {
      settled = Arrays.copyOf(settled, 2 * settledCount);
    }
    settled[settledCount++] = group;
    long base = groupState[state + DISTANCE] + groupState[state + POTENTIAL];
    if (base < best) {
      best = base;
      bestPersona = NONE;
      bestGroup = group;
    }
    scan(group, base);
  }

  private void scan(int group, long base) {
    long[] state = personaState;
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
      int place = members[i] << WIDTH_BITS;
      long distance = lower + state[place + POTENTIAL];
      if (distance < best
          && (distance < state[place + DISTANCE] || !isOfThisSearch(state[place + LABEL]))) {
        reach(members[i], group, distance);
      }
    }
  }

  private void reach(int persona, int group, long distance) {
    int state = persona << WIDTH_BITS;
    if (!isOfThisSearch(personaState[state + LABEL])) {
      if (reachedCount == reached.length) {
        reached = Arrays.copyOf(reached, 2 * reachedCount);
      }
      reached[reachedCount++] = persona;
    }
    personaState[state + DISTANCE] = distance;
    personaState[state + LABEL] = label(group);
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
    int state = group << WIDTH_BITS;
    if (groupState[state + SETTLED] == round
        || (groupState[state + DISTANCE] <= distance
            && isOfThisSearch(groupState[state + LABEL]))) {
      return;
    }
    groupState[state + DISTANCE] = distance;
    groupState[state + LABEL] = label(persona);
    heap.push(distance, persona, group);
  }

  private void updatePotentials() {
    for (int i = 0; i < reachedCount; i++) {
      int state = reached[i] << WIDTH_BITS;
      if (personaState[state + DISTANCE] < best) {
        personaState[state + POTENTIAL] += best - personaState[state + DISTANCE];
      }
    }
    for (int i = 0; i < settledCount; i++) {
      int state = settled[i] << WIDTH_BITS;
      groupState[state + POTENTIAL] -= best - groupState[state + DISTANCE];
    }
  }

  /** Moves as many units along the path as fit, and returns how many. */
  private int augment(int root, int wanted) {
    int units = bestPersona == NONE ? wanted : Math.min(wanted, holdings.free(bestPersona));
    for (int group = bestGroup; group != root; group = from(via(group))) {
      units = Math.min(units, holdings.units(via(group), group));
    }
    if (bestPersona != NONE) {
      holdings.change(bestPersona, bestGroup, units);
    }
    for (int group = bestGroup; group != root; group = from(via(group))) {
      int persona = via(group);
      holdings.change(persona, group, -units);
      holdings.change(persona, from(persona), units);
    }
    return units;
  }

  private int via(int group) {
    return (int) groupState[(group << WIDTH_BITS) + LABEL];
  }

  private int from(int persona) {
    return (int) personaState[(persona << WIDTH_BITS) + LABEL];
  }
}
