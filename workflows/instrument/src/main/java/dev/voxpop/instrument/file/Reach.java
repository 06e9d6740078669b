package dev.voxpop.instrument.file;

import dev.voxpop.instrument.wave.Condition;
import dev.voxpop.instrument.wave.Option;
import dev.voxpop.instrument.wave.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The search for questions that no answers lead to.
 *
 * <p>Computes by trial, for every condition, whether some answers to the questions it names fulfil
 * it; a question that is itself never asked has no answer. The conditions of the named questions
 * are not combined with it, and above {@value #MOST_TRIALS} combinations a question counts as
 * reachable, so a reported question is unreachable and an unreported one may be.
 */
final class Reach {
  private static final int MOST_TRIALS = 100_000;

  private final Map<String, Question> questions = new HashMap<>();
  private final Set<String> never = new HashSet<>();
  private int trials;

  private Reach() {}

  /** Questions that are never asked, in file order. */
  static List<Question> unreachable(List<Question> questions) {
    Reach reach = new Reach();
    List<Question> unreachable = new ArrayList<>();
    for (Question question : questions) {
      reach.questions.put(question.id(), question);
      if (question.askIf().map(reach::isNeverMet).orElse(false)) {
        reach.never.add(question.id());
        unreachable.add(question);
      }
    }
    return unreachable;
  }

  private boolean isNeverMet(Condition condition) {
    trials = 0;
    return !canHold(condition, List.copyOf(condition.questions()), new HashMap<>());
  }

  private boolean canHold(Condition condition, List<String> named, Map<String, Integer> answers) {
    if (answers.size() == named.size()) {
      trials++;
      return trials > MOST_TRIALS || condition.holds(id -> code(answers, id));
    }
    String id = named.get(answers.size());
    for (int code : codes(id)) {
      answers.put(id, code);
      if (canHold(condition, named, answers)) {
        return true;
      }
    }
    answers.remove(id);
    return false;
  }

  private List<Integer> codes(String id) {
    List<Integer> codes = new ArrayList<>(List.of(Integer.MIN_VALUE));
    Question question = questions.get(id);
    if (question != null && !never.contains(id)) {
      codes.addAll(question.scale().options().stream().map(Option::code).toList());
    }
    return codes;
  }

  /** The smallest integer stands for "no answer". */
  private static OptionalInt code(Map<String, Integer> answers, String id) {
    int code = answers.getOrDefault(id, Integer.MIN_VALUE);
    return code == Integer.MIN_VALUE ? OptionalInt.empty() : OptionalInt.of(code);
  }
}
