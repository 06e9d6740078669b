package dev.voxpop.analysis.tabular;

import dev.voxpop.analysis.panel.Demographics;
import dev.voxpop.analysis.subgroup.Division;
import dev.voxpop.analysis.subgroup.Group;
import dev.voxpop.instrument.wave.Grouping;
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
 * size; or by a grouping that a wave file declares, where no column has its name. Responses that
 * name no person belong where their own column of the same name puts them.
 */
final class Groupings {

  private static final Group NOBODY = new Group("", Set.of(), Set.of());

  private final Side people;
  private final Side personas;
  private final List<Grouping> declared;

  /**
   * A table whose lines belong to somebody.
   *
   * @param ids row id of every person's line, subject of every persona's
   */
  record Side(Sheet table, List<String> ids) {}

  /** Groups over two tables. */
  Groupings(Side people, Side personas, List<Grouping> declared) {
    this.people = people;
    this.personas = personas;
    this.declared = List.copyOf(declared);
  }

  /** The division by a column or a declared grouping, or by two of them written {@code A*B}. */
  Division division(String name) {
    return parts(name).stream().map(this::one).reduce(Division::crossed).orElseThrow();
  }

  private List<String> parts(String name) {
    int star = name.indexOf('*');
    return star < 0 || people.table().has(name)
        ? List.of(name)
        : List.of(name.substring(0, star).strip(), name.substring(star + 1).strip());
  }

  private Division one(String name) {
    return declared(name).map(this::division).orElseGet(() -> byColumn(name));
  }

  /** The grouping of a name that no column has. */
  private Optional<Grouping> declared(String name) {
    return declared.stream()
        .filter(grouping -> grouping.id().equals(name) && !people.table().has(name))
        .findFirst();
  }

  private Division division(Grouping grouping) {
    Map<String, Group> byCode = new HashMap<>();
    byColumn(grouping.column()).groups().forEach(group -> byCode.put(group.id(), group));
    List<Group> groups = new ArrayList<>();
    grouping
        .groups()
        .forEach(
            (name, codes) -> {
              Set<String> members = new HashSet<>();
              Set<String> own = new HashSet<>();
              for (Integer code : codes) {
                Group group = byCode.getOrDefault(code.toString(), NOBODY);
                members.addAll(group.people());
                own.addAll(group.personas());
              }
              groups.add(new Group(name, members, own));
            });
    return new Division(grouping.id(), groups);
  }

  /** The columns of these divisions whose values are all whole numbers, as codes of the people. */
  Demographics demographics(List<String> divisions) {
    Map<String, Map<String, Integer>> codes = new TreeMap<>();
    divisions.stream()
        .flatMap(name -> parts(name).stream())
        .map(name -> declared(name).map(Grouping::column).orElse(name))
        .distinct()
        .forEach(column -> codes(column).ifPresent(own -> codes.put(column, own)));
    return Demographics.of(List.copyOf(codes.keySet()), codes);
  }

  private Optional<Map<String, Integer>> codes(String column) {
    Map<String, Integer> codes = new TreeMap<>();
    for (Map.Entry<String, Set<String>> group : members(people, column).entrySet()) {
      Integer code = Variable.whole(group.getKey());
      if (code == null) {
        return Optional.empty();
      }
      group.getValue().forEach(person -> codes.put(person, code));
    }
    return Optional.of(codes);
  }

  private Division byColumn(String column) {
    Map<String, Set<String>> members = members(people, column);
    Map<String, Set<String>> own =
        personas.table().has(column) ? members(personas, column) : new HashMap<>();
    List<Group> groups = new ArrayList<>();
    members.forEach(
        (value, ids) -> groups.add(new Group(value, ids, own.getOrDefault(value, Set.of()))));
    return new Division(column, groups);
  }

  private static Map<String, Set<String>> members(Side side, String column) {
    int place = side.table().column(column);
    Map<String, Set<String>> members = new TreeMap<>(Groupings::order);
    for (int i = 0; i < side.ids().size(); i++) {
      String value = value(side.table().lines().get(i).cells().get(place));
      if (!value.isEmpty()) {
        members.computeIfAbsent(value, v -> new HashSet<>()).add(side.ids().get(i));
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
