package dev.voxpop.instrument.file;

import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Grouping;
import dev.voxpop.instrument.wave.Margins;
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

/** The reading of what refers to questions and demographics: sets, groupings and margins. */
final class SetReader {
  private static final double TOLERANCE = 0.005;

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
      question
          .flatMap(Question::askIf)
          .ifPresent(
              condition -> {
                if (!before.containsAll(condition.questions())) {
                  section.error(
                      name,
                      "%s depends on %s, which this set does not ask before it."
                              .formatted(id, condition.questions())
                          + "\nMaybe add it, or change the order.");
                }
              });
      if (!before.add(id)) {
        section.error(name, "%s occurs twice in %s.\nMaybe remove one.".formatted(id, name));
      }
    }
    if (ids.isEmpty()) {
      section.error(name, "The set %s is empty.\nMaybe remove it.".formatted(name));
    }
    return new QuestionSet(name, ids);
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
    IntPredicate declared = columns.get(grouping.column());
    if (declared == null) {
      String column = grouping.column();
      section.error(
          "column",
          "No question or demographic has the column %s.\n%s"
              .formatted(column, Similar.maybe(column, columns.keySet())));
      return;
    }
    Set<Integer> seen = new HashSet<>();
    for (Map.Entry<String, List<Integer>> group : grouping.groups().entrySet()) {
      for (int code : group.getValue()) {
        if (!declared.test(code)) {
          section.error(
              "groups",
              "Group %s has the code %d, which %s does not declare.\nMaybe look up its codes."
                  .formatted(group.getKey(), code, grouping.column()));
        } else if (!seen.add(code)) {
          section.error(
              "groups", "The code %d is in two groups.\nMaybe remove one.".formatted(code));
        }
      }
    }
  }

  /** The margins of a wave file. */
  static Margins margins(Section wave, List<Demographic> demographics) {
    Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
    wave.section("margins")
        .ifPresent(
            section ->
                section
                    .keys()
                    .forEach(trait -> shares.put(trait, margin(section, trait, demographics))));
    return new Margins(shares);
  }

  private static Map<String, Double> margin(
      Section margins, String trait, List<Demographic> demographics) {
    Section section = margins.section(trait).orElseThrow();
    Optional<Demographic> demographic =
        demographics.stream().filter(d -> d.trait().equals(trait)).findFirst();
    if (demographic.isEmpty()) {
      List<String> known = demographics.stream().map(Demographic::trait).toList();
      margins.error(
          trait, "There is no demographic %s.\n%s".formatted(trait, Similar.maybe(trait, known)));
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    for (String label : section.keys()) {
      double share = section.number(label).orElse(0.0);
      if (!(share >= 0 && share <= 1)) {
        section.error(label, "%s is no share.\nMaybe 0 to 1.".formatted(share));
      }
      if (demographic.isPresent() && !demographic.get().labels().contains(label)) {
        section.error(
            label,
            "There is no label %s.\n%s"
                .formatted(label, Similar.maybe(label, demographic.get().labels())));
      }
      shares.put(label, share);
    }
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!(Math.abs(sum - 1) <= TOLERANCE + 1e-9)) {
      margins.error(
          trait, "The margins of %s sum to %.4f.\nMaybe correct them to 1.".formatted(trait, sum));
    }
    return shares;
  }
}
