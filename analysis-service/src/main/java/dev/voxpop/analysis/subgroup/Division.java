package dev.voxpop.analysis.subgroup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A division of people into groups, such as age bands; groups may overlap and need not hold
 * everybody, and both are counted.
 *
 * @param id name, such as {@code age-3}
 * @param groups in declared order
 */
public record Division(String id, List<Group> groups) {

  /** Copies the list. */
  public Division {
    groups = List.copyOf(groups);
  }

  /** Every group of this division crossed with every group of another. */
  public Division crossed(Division other) {
    List<Group> crossed = new ArrayList<>();
    for (Group one : groups) {
      other.groups.forEach(two -> crossed.add(one.crossed(two)));
    }
    return new Division(id + " × " + other.id, crossed);
  }

  /** People that are in several groups, and people that are in none. */
  public Cover cover(Collection<String> everybody) {
    int several = 0;
    int none = 0;
    for (String person : everybody) {
      long times = groups.stream().filter(group -> group.people().contains(person)).count();
      several += times > 1 ? 1 : 0;
      none += times == 0 ? 1 : 0;
    }
    return new Cover(several, none);
  }

  /**
   * How well a division's groups part the people.
   *
   * @param several people in more than one group
   * @param none people in no group
   */
  public record Cover(int several, int none) {}
}
