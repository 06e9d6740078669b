package dev.voxpop.analysis.subgroup;

import dev.voxpop.analysis.panel.Panel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Some of the people, and the personas that stand for them.
 *
 * @param id name within its division
 * @param people row ids of people
 * @param personas subjects of unmatched personas that belong here by a trait of their own; matched
 *     personas belong where their person does
 */
public record Group(String id, Set<String> people, Set<String> personas) {

  /** Copies the sets. */
  public Group {
    people = Set.copyOf(people);
    personas = Set.copyOf(personas);
  }

  /** The people and personas that both groups hold. */
  public Group crossed(Group other) {
    return new Group(
        id + " × " + other.id, both(people, other.people), both(personas, other.personas));
  }

  /** The people of this group. */
  public Panel peopleOf(Panel panel) {
    return panel.where(row -> people.contains(panel.rowIds().get(row)));
  }

  /** The rows of an arm that belong to this group. */
  public Panel personasOf(Panel arm) {
    Predicate<Integer> member = member(arm);
    return arm.where(member::test);
  }

  /** Numbers of the rows of an arm that belong to this group, ascending. */
  public int[] personaRows(Panel arm) {
    Predicate<Integer> member = member(arm);
    return IntStream.range(0, arm.size()).filter(member::test).toArray();
  }

  private Predicate<Integer> member(Panel arm) {
    Set<Integer> respondents = numbers(people, arm.respondents().names());
    Set<Integer> subjects = numbers(personas, arm.subjects().names());
    return row ->
        arm.respondents().of(row) >= 0
            ? respondents.contains(arm.respondents().of(row))
            : subjects.contains(arm.subjects().of(row));
  }

  private static Set<Integer> numbers(Set<String> members, List<String> names) {
    return IntStream.range(0, names.size())
        .filter(i -> members.contains(names.get(i)))
        .boxed()
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<String> both(Set<String> one, Set<String> two) {
    Set<String> both = new TreeSet<>(one);
    both.retainAll(two);
    return both;
  }
}
