package dev.voxpop.instrument.file;

import dev.voxpop.instrument.wave.Condition;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Grouping;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.QuestionSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** The reading of what refers to questions and demographics: sets and groupings. */
final class SetReader {
  private SetReader() {}

  /** The question sets of a wave file. */
  static List<QuestionSet> questionSets(Section wave, List<Question> questions) {
    Map<String, Question> known = new LinkedHashMap<>();
    questions.forEach(question -> known.put(question.id(), question));
    List<QuestionSet> sets = new ArrayList<>();
    wave.section("questionSets")
        .ifPresent(section -> section.keys().forEach(name -> sets.add(set(section, name, known))));
    return List.copyOf(sets);
  }

  private static QuestionSet set(Section section, String name, Map<String, Question> known) {
    List<String> ids = section.texts(name);
    Set<String> before = new HashSet<>();
    for (String id : ids) {
      Optional<Question> question = Optional.ofNullable(known.get(id));
      if (question.isEmpty()) {
        section.error(
            name, "There is no question %s.\n%s".formatted(id, Similar.maybe(id, known.keySet())));
      }
      question.ifPresent(asked -> checkDependence(asked, before, section, name));
      if (!before.add(id)) {
        section.error(name, "%s occurs twice in %s.\nMaybe remove one.".formatted(id, name));
      }
    }
    if (ids.isEmpty()) {
      section.error(name, "The set %s is empty.\nMaybe remove it.".formatted(name));
    }
    return new QuestionSet(name, ids);
  }

  private static void checkDependence(
      Question question, Set<String> before, Section section, String name) {
    Set<String> named = question.askIf().map(Condition::questions).orElse(Set.of());
    if (!before.containsAll(named)) {
      section.error(
          name,
          "%s depends on %s, which this set does not ask before it.".formatted(question.id(), named)
              + "\nMaybe add it, or change the order.");
    }
  }

  /** The groupings of a wave file. */
  static List<Grouping> groupings(
      Section wave, List<Question> questions, List<Demographic> demographics) {
    Map<String, IntPredicate> columns = new LinkedHashMap<>();
    questions.forEach(q -> columns.put(q.column(), q.scale()::declares));
    demographics.forEach(d -> columns.put(d.column(), d::declares));
    Map<String, Grouping> read = new LinkedHashMap<>();
    for (Section section : wave.sections("groupings")) {
      section.only("id", "column", "groups");
      Grouping grouping = new Grouping(section.text("id"), section.text("column"), groups(section));
      checkCodes(section, grouping, columns);
      if (read.putIfAbsent(grouping.id(), grouping) != null) {
        section.error(
            "id", "The grouping %s occurs twice.\nMaybe rename one.".formatted(grouping.id()));
      }
    }
    return List.copyOf(read.values());
  }

  private static Map<String, List<Integer>> groups(Section section) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    section
        .section("groups")
        .ifPresent(inner -> inner.keys().forEach(k -> groups.put(k, inner.integers(k))));
    if (groups.isEmpty()) {
      section.error("groups", "There is no group.\nMaybe groups: {name: [codes]}.");
    }
    return groups;
  }

  private static void checkCodes(
      Section section, Grouping grouping, Map<String, IntPredicate> columns) {
    String column = grouping.column();
    IntPredicate declared = columns.get(column);
    if (declared == null) {
      section.error(
          "column",
          "No question or demographic has the column %s.\n%s"
              .formatted(column, Similar.maybe(column, columns.keySet())));
      return;
    }
    Set<Integer> seen = new HashSet<>();
    for (int code : grouping.groups().values().stream().flatMap(List::stream).toList()) {
      if (!declared.test(code)) {
        section.error(
            "groups",
            "%s does not declare the code %d.\nMaybe look up its codes.".formatted(column, code));
      } else if (!seen.add(code)) {
        section.error("groups", "The code %d is in two groups.\nMaybe remove one.".formatted(code));
      }
    }
  }
}
