package dev.voxpop.matching.assignment;

import java.util.Arrays;

/** Which groups hold how many places of each persona: a linked list per persona. */
final class Holdings {

  static final int NONE = -1;

  private final int[] heads;
  private final int[] free;
  private int[] groups = new int[1024];
  private int[] units = new int[1024];
  private int[] nexts = new int[1024];
  private int size;

  Holdings(int personas, int capacity) {
    this.heads = new int[personas];
    this.free = new int[personas];
    Arrays.fill(heads, NONE);
    Arrays.fill(free, capacity);
  }

  int free(int persona) {
    return free[persona];
  }

  /** Returns the first holding of a persona, or {@link #NONE}. */
  int first(int persona) {
    return heads[persona];
  }

  int next(int holding) {
    return nexts[holding];
  }

  int group(int holding) {
    return groups[holding];
  }

  int units(int holding) {
    return units[holding];
  }

  /** Returns how many places of a persona a group holds. */
  int units(int persona, int group) {
    int holding = find(persona, group);
    return holding == NONE ? 0 : units[holding];
  }

  /** Changes how many places of a persona a group holds. */
  void change(int persona, int group, int by) {
    free[persona] -= by;
    int holding = find(persona, group);
    if (holding == NONE) {
      holding = attach(persona, group);
    }
    units[holding] += by;
    if (units[holding] == 0) {
      detach(persona, holding);
    }
  }

  private int find(int persona, int group) {
    int holding = heads[persona];
    while (holding != NONE && groups[holding] != group) {
      holding = nexts[holding];
    }
    return holding;
  }

  private int attach(int persona, int group) {
    if (size == groups.length) {
      groups = Arrays.copyOf(groups, 2 * size);
      units = Arrays.copyOf(units, 2 * size);
      nexts = Arrays.copyOf(nexts, 2 * size);
    }
    groups[size] = group;
    units[size] = 0;
    nexts[size] = heads[persona];
    heads[persona] = size;
    return size++;
  }

  private void detach(int persona, int holding) {
    if (heads[persona] == holding) {
      heads[persona] = nexts[holding];
      return;
    }
    int before = heads[persona];
    while (nexts[before] != holding) {
      before = nexts[before];
    }
    nexts[before] = nexts[holding];
  }
}
