package dev.voxpop.instrument.wave;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * A condition on earlier answers under which a question is asked.
 *
 * <p>A question without a valid answer equals no code and is in no list of codes.
 */
public sealed interface Condition {
  /** The answer is one of the codes. */
  record OneOf(String question, Set<Integer> codes) implements Condition {
    public OneOf {
      codes = Set.copyOf(codes);
    }
  }

  /** All parts hold. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** At least one part holds. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** The part does not hold. */
  record Not(Condition part) implements Condition {}

  /**
   * Whether the condition holds.
   *
   * @param answers the code given to a question id, empty without a valid answer
   */
  default boolean holds(Function<String, OptionalInt> answers) {
    return switch (this) {
      case OneOf(String question, Set<Integer> codes) -> {
        OptionalInt code = answers.apply(question);
        yield code.isPresent() && codes.contains(code.getAsInt());
      }
      case All(List<Condition> parts) -> parts.stream().allMatch(p -> p.holds(answers));
      case Any(List<Condition> parts) -> parts.stream().anyMatch(p -> p.holds(answers));
      case Not(Condition part) -> !part.holds(answers);
    };
  }

  /** Ids of the questions that the condition names, in the order of naming. */
  default Set<String> questions() {
    return switch (this) {
      case OneOf(String question, Set<Integer> ignored) -> Set.of(question);
      case All(List<Condition> parts) -> union(parts);
      case Any(List<Condition> parts) -> union(parts);
      case Not(Condition part) -> part.questions();
    };
  }

  private static Set<String> union(Collection<Condition> parts) {
    Set<String> questions = new LinkedHashSet<>();
    parts.forEach(part -> questions.addAll(part.questions()));
    return questions;
  }
}
