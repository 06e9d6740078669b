package dev.voxpop.analysis.tabular;

import dev.voxpop.analysis.panel.Demographics;
import dev.voxpop.analysis.subgroup.Division;
import dev.voxpop.analysis.subgroup.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Groups of people by the values of their columns: one group a value, in order; whole numbers by
 * size. Responses that name no person belong where their own column of the same name puts them.
 */
final class Groupings {

  private final Sheet humans;
  private final Sheet responses;
  private final List<String> people;
  private final List<String> personas;

  /**
   * Groups over two tables.
   *
   * @param people row id of every line of the people
   * @param personas subject of every line of the responses
   */
  Groupings(Sheet humans, Sheet responses, List<String> people, List<String> personas) {
    this.humans = humans;
    this.responses = responses;
    this.people = people;
    this.personas = personas;
  }

  /** The division by a column, or by two columns written {@code A*B}. */
  Division division(String columns) {
    List<String> names = names(columns);
    Division first = byColumn(names.getFirst());
    return names.size() == 1 ? first : first.crossed(byColumn(names.getLast()));
  }

  private List<String> names(String columns) {
    int star = columns.indexOf('*');
    return star < 0 || humans.has(columns)
        ? List.of(columns)
        : List.of(columns.substring(0, star).strip(), columns.substring(star + 1).strip());
  }

  /** The columns of these divisions whose values are all whole numbers, as codes of the people. */
  Demographics demographics(List<String> divisions) {
    Map<String, Map<String, Integer>> codes = new TreeMap<>();
    divisions.stream()
        .flatMap(columns -> names(columns).stream())
        .distinct()
        .forEach(column -> codes(column).ifPresent(own -> codes.put(column, own)));
    return Demographics.of(List.copyOf(codes.keySet()), codes);
  }

  private Optional<Map<String, Integer>> codes(String column) {
    Map<String, Integer> codes = new TreeMap<>();
    for (Map.Entry<String, Set<String>> group :
        members(humans, humans.column(column), people).entrySet()) {
      Integer code = Variable.whole(group.getKey());
      if (code == null) {
        return Optional.empty();
      }
      group.getValue().forEach(person -> codes.put(person, code));
    }
    return Optional.of(codes);
  }

  private Division byColumn(String column) {
    int place = humans.column(column);
    Map<String, Set<String>> members = members(humans, place, people);
    Map<String, Set<String>> own =
        responses.has(column)
            ? members(responses, responses.column(column), personas)
            : new HashMap<>();
    List<Group> groups = new ArrayList<>();
    members.forEach(
        (value, ids) -> groups.add(new Group(value, ids, own.getOrDefault(value, Set.of()))));
    return new Division(column, groups);
  }

  private static Map<String, Set<String>> members(Sheet table, int place, List<String> ids) {
    Map<String, Set<String>> members = new TreeMap<>(Groupings::order);
    for (int i = 0; i < ids.size(); i++) {
      String value = value(table.lines().get(i).cells().get(place));
      if (!value.isEmpty()) {
        members.computeIfAbsent(value, v -> new HashSet<>()).add(ids.get(i));
      }
    }
    return members;
  }

  /** Codes such as 1.0 are whole numbers; what stands for missing is empty. */
  private static String value(String cell) {
    String text = cell.strip();
    if (Variable.missing(text)) {
      return "";
    }
    Integer whole = Variable.whole(text);
    return whole == null ? text : whole.toString();
  }

  private static int order(String one, String two) {
    Integer a = Variable.whole(one);
    Integer b = Variable.whole(two);
    if (a != null && b != null) {
      return a.compareTo(b);
    }
    return a == null && b == null ? one.compareTo(two) : a == null ? 1 : -1;
  }
}
