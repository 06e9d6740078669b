package dev.voxpop.instrument.file;

import dev.voxpop.instrument.wave.Condition;
import dev.voxpop.instrument.wave.Question;
import java.util.Map;
import java.util.Optional;

/** The reading of a question's condition against the questions before it. */
final class ConditionReader {
  private static final String KEY = "askIf";

  private final Section section;
  private final Map<String, Question> earlier;

  private ConditionReader(Section section, Map<String, Question> earlier) {
    this.section = section;
    this.earlier = earlier;
  }

  /** The condition of a question; empty without one, or when it is noted as wrong. */
  static Optional<Condition> read(Section section, Map<String, Question> earlier) {
    return section
        .optionalText(KEY)
        .flatMap(text -> new ConditionReader(section, earlier).condition(text));
  }

  private Optional<Condition> condition(String text) {
    try {
      Condition condition = ConditionParser.parse(text);
      check(condition);
      return Optional.of(condition);
    } catch (IllegalArgumentException e) {
      section.error(KEY, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void check(Condition condition) {
    switch (condition) {
      case Condition.OneOf oneOf -> checkCodes(oneOf);
      case Condition.All all -> all.parts().forEach(this::check);
      case Condition.Any any -> any.parts().forEach(this::check);
      case Condition.Not not -> check(not.part());
    }
  }

  private void checkCodes(Condition.OneOf oneOf) {
    Question named = earlier.get(oneOf.question());
    if (named == null) {
      section.error(
          KEY,
          "%s is no earlier question.\n%s"
              .formatted(oneOf.question(), Similar.maybe(oneOf.question(), earlier.keySet())));
      return;
    }
    for (int code : oneOf.codes()) {
      if (named.scale().indexOf(code).isEmpty()) {
        section.error(
            KEY, "%s has no option %d.\nMaybe look up its codes.".formatted(named.id(), code));
      }
    }
  }
}
