package dev.voxpop.instrument.wave;

import dev.voxpop.instrument.item.Shuffle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A seeded order of questions that keeps blocks together and conditions after what they name.
 *
 * <p>Units (a block, or a question of none) are shuffled uniformly, then the questions inside each
 * block. A unit that waits for a question of another unit moves back to just after it. Without
 * blocks and conditions every permutation is equally likely. O(n²) with conditions.
 */
public final class QuestionOrder {
  private QuestionOrder() {}

  /** The questions in a new order; the same for the same questions and seed. */
  public static List<Question> shuffled(List<Question> questions, long seed) {
    Shuffle shuffle = Shuffle.seeded(seed);
    List<List<Question>> units = new ArrayList<>();
    for (List<Question> unit : shuffle.of(units(questions))) {
      units.add(afterNamed(wrap(shuffle.of(unit))).stream().flatMap(List::stream).toList());
    }
    return afterNamed(units).stream().flatMap(List::stream).toList();
  }

  private static List<List<Question>> units(List<Question> questions) {
    Map<String, List<Question>> units = new LinkedHashMap<>();
    for (Question question : questions) {
      String unit = question.block().map(b -> "block " + b).orElse("question " + question.id());
      units.computeIfAbsent(unit, name -> new ArrayList<>()).add(question);
    }
    return List.copyOf(units.values());
  }

  private static List<List<Question>> wrap(List<Question> unit) {
    return unit.stream().map(List::of).toList();
  }

  /** Takes, again and again, the first unit that waits for no unit still to come. */
  private static List<List<Question>> afterNamed(List<List<Question>> units) {
    List<List<Question>> waiting = new ArrayList<>(units);
    List<List<Question>> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      List<Question> next =
          waiting.stream()
              .filter(unit -> !waitsFor(unit, waiting))
              .findFirst()
              .orElse(waiting.getFirst());
      waiting.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private static boolean waitsFor(List<Question> unit, List<List<Question>> waiting) {
    Set<String> named = new HashSet<>();
    unit.forEach(q -> q.askIf().ifPresent(condition -> named.addAll(condition.questions())));
    return waiting.stream()
        .filter(other -> other != unit)
        .flatMap(List::stream)
        .anyMatch(question -> named.contains(question.id()));
  }
}
