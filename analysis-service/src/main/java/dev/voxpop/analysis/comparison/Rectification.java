package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.rectified.RectifiedShare;
import dev.voxpop.analysis.rectified.RectifiedShare.Answered;
import dev.voxpop.analysis.rectified.RectifiedShare.Trust;
import dev.voxpop.analysis.rectified.RectifiedShare.Unanswered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rectified shares of an arm some of whose personas stand for people who answered, and the others
 * for nobody.
 *
 * <p>A persona counts by the mean indicator of its valid repeats. Questions with fewer than {@value
 * RectifiedShare#LEAST_PEOPLE} answers of people, or with fewer personas without than with a human
 * answer, are left out: there is nothing to gain.
 */
final class Rectification {

  private final Panel people;
  private final Panel arm;
  private final Map<String, Integer> peopleRows = new HashMap<>();

  private Rectification(Panel people, Panel arm) {
    this.people = people;
    this.arm = arm;
    for (int row = 0; row < people.rowIds().size(); row++) {
      peopleRows.put(people.rowIds().get(row), row);
    }
  }

  static List<RectifiedQuestion> of(Panel people, Panel arm) {
    Rectification rectification = new Rectification(people, arm);
    List<RectifiedQuestion> questions = new ArrayList<>();
    for (int q = 0; q < people.questions(); q++) {
      List<RectifiedShare> shares = rectification.shares(q);
      if (!shares.isEmpty()) {
        questions.add(new RectifiedQuestion(people.item(q), shares));
      }
    }
    return questions;
  }

  private List<RectifiedShare> shares(int question) {
    Map<Integer, List<Integer>> personas = new TreeMap<>();
    for (int row = 0; row < arm.size(); row++) {
      if (arm.valid(row, question)) {
        personas.computeIfAbsent(arm.subjects().of(row), s -> new ArrayList<>()).add(row);
      }
    }
    List<RectifiedShare> shares = new ArrayList<>();
    if (!anybodyAlone(personas.values())) {
      return shares;
    }
    for (int k = 0; k < people.item(question).levels(); k++) {
      List<Answered> answered = new ArrayList<>();
      List<Unanswered> unanswered = new ArrayList<>();
      for (List<Integer> rows : personas.values()) {
        sort(question, k, rows, answered, unanswered);
      }
      if (unanswered.size() >= answered.size() && RectifiedShare.possible(answered, unanswered)) {
        shares.add(RectifiedShare.of(answered, unanswered, Trust.TUNED));
      }
    }
    return shares;
  }

  /** Whether some persona stands for nobody: without such there is nothing to rectify. */
  private boolean anybodyAlone(Collection<List<Integer>> personas) {
    return personas.stream().anyMatch(rows -> person(rows.getFirst()) == null);
  }

  private @Nullable Integer person(int row) {
    int number = arm.respondents().of(row);
    return number < 0 ? null : peopleRows.get(arm.respondents().names().get(number));
  }

  private void sort(
      int question,
      int option,
      List<Integer> rows,
      List<Answered> answered,
      List<Unanswered> unanswered) {
    double chosen = rows.stream().filter(row -> arm.cell(row, question) == option).count();
    double value = chosen / rows.size();
    int first = rows.getFirst();
    String cluster = arm.clusters().names().get(arm.clusters().of(first));
    Integer person = person(first);
    if (person != null && people.valid(person, question)) {
      double human = people.cell(person, question) == option ? 1 : 0;
      answered.add(new Answered(cluster, human, value));
    } else if (person == null) {
      unanswered.add(new Unanswered(cluster, value));
    }
  }
}
