package dev.voxpop.matching.assignment;

import java.util.Arrays;

/**
 * An optimal answer to a {@link Transport}: how many humans of which group each persona gets, and
 * the dual values that prove it.
 *
 * <p>Flows are kept in order of insertion. Duals are in whole units of the objective.
 */
final class Plan {

  private int[] groups = new int[1024];
  private int[] personas = new int[1024];
  private int[] units = new int[1024];
  private int size;
  private final long[] groupDuals;
  private final long[] personaDuals;

  Plan(long[] groupDuals, long[] personaDuals) {
    this.groupDuals = groupDuals;
    this.personaDuals = personaDuals;
  }

  void add(int group, int persona, int count) {
    if (size == groups.length) {
      groups = Arrays.copyOf(groups, 2 * size);
      personas = Arrays.copyOf(personas, 2 * size);
      units = Arrays.copyOf(units, 2 * size);
    }
    groups[size] = group;
    personas[size] = persona;
    units[size++] = count;
  }

  int size() {
    return size;
  }

  int group(int flow) {
    return groups[flow];
  }

  int persona(int flow) {
    return personas[flow];
  }

  int units(int flow) {
    return units[flow];
  }

  long groupDual(int group) {
    return groupDuals[group];
  }

  long personaDual(int persona) {
    return personaDuals[persona];
  }
}
