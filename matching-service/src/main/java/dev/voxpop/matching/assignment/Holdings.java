package dev.voxpop.matching.assignment;

import java.util.Arrays;

/** Which groups hold how many places of each persona: a linked list per persona. */
final class Holdings {

  static final int NONE = -1;

  private static final int FREE = 0;
  private static final int HEAD = 1;
  private static final int GROUP = 0;
  private static final int UNITS = 1;
  private static final int NEXT = 2;
  private static final int WIDTH_BITS = 2;

  /** Two numbers each: places left, first holding. */
  private final int[] personas;

  /** Four numbers each, the last of no use. */
  private int[] holdings = new int[4096];

  private int size;

  Holdings(int count, int capacity) {
    this.personas = new int[2 * count];
    for (int persona = 0; persona < count; persona++) {
      personas[2 * persona + FREE] = capacity;
      personas[2 * persona + HEAD] = NONE;
    }
  }

  int free(int persona) {
    return personas[2 * persona + FREE];
  }

  /** Returns the first holding of a persona, or {@link #NONE}. */
  int first(int persona) {
    return personas[2 * persona + HEAD];
  }

  int next(int holding) {
    return holdings[holding + NEXT];
  }

  int group(int holding) {
    return holdings[holding + GROUP];
  }

  int units(int holding) {
    return holdings[holding + UNITS];
  }

  /** Returns how many places of a persona a group holds. */
  int units(int persona, int group) {
    int holding = find(persona, group);
    return holding == NONE ? 0 : units(holding);
  }

  /** Changes how many places of a persona a group holds. */
  void change(int persona, int group, int by) {
    personas[2 * persona + FREE] -= by;
    int holding = find(persona, group);
    if (holding == NONE) {
      holding = attach(persona, group);
    }
    holdings[holding + UNITS] += by;
    if (holdings[holding + UNITS] == 0) {
      detach(persona, holding);
    }
  }

  private int find(int persona, int group) {
    int holding = first(persona);
    while (holding != NONE && group(holding) != group) {
      holding = next(holding);
    }
    return holding;
  }

  private int attach(int persona, int group) {
    int holding = size << WIDTH_BITS;
    if (holding == holdings.length) {
      holdings = Arrays.copyOf(holdings, 2 * holding);
    }
    holdings[holding + GROUP] = group;
    holdings[holding + UNITS] = 0;
    holdings[holding + NEXT] = first(persona);
    personas[2 * persona + HEAD] = holding;
    size++;
    return holding;
  }

  private void detach(int persona, int holding) {
    if (first(persona) == holding) {
      personas[2 * persona + HEAD] = next(holding);
      return;
    }
    int before = first(persona);
    while (next(before) != holding) {
      before = next(before);
    }
    holdings[before + NEXT] = next(holding);
  }
}
