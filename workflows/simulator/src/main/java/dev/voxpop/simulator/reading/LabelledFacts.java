package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.trait.Trait;
import dev.voxpop.simulator.trait.TraitQuestions;
import dev.voxpop.simulator.trait.TraitWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads {@code topic: value} lines, and question lines about a trait with the labelled answer on
 * the next written line.
 */
final class LabelledFacts {
  private static final int LONGEST_VALUE = 100;

  private LabelledFacts() {}

  static void read(String text, Consumer<Clue> found) {
    if (text.indexOf(':') < 0) {
      return;
    }
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = bare(lines.get(i));
      Optional<Cue> cue = line.length() > LONGEST_VALUE + 40 ? Optional.empty() : Cue.of(line);
      if (cue.isPresent() && !cue.get().rest().isEmpty()) {
        String before = i == 0 ? "" : lines.get(i - 1);
        trait(cue.get(), before)
            .map(trait -> TraitWords.meaning(trait, cue.get().rest()))
            .filter(levels -> !levels.isEmpty())
            .ifPresent(levels -> found.accept(new Clue.Stated(levels)));
      }
    }
  }

  private static Optional<Trait> trait(Cue cue, String before) {
    if (cue.rest().length() > LONGEST_VALUE || cue.rest().endsWith("?")) {
      return Optional.empty();
    }
    Optional<Trait> topic = TraitQuestions.byTopic(cue.label());
    return topic.isPresent() || !before.endsWith("?") ? topic : TraitQuestions.byWording(before);
  }

  private static String bare(String line) {
    String stripped = line.strip();
    return stripped.startsWith("- ") || stripped.startsWith("* ")
        ? stripped.substring(2)
        : stripped;
  }
}
