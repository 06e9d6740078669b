package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.reading.ChoiceQuestion;
import dev.voxpop.simulator.reading.Clue;
import dev.voxpop.simulator.reading.Task;
import dev.voxpop.simulator.reading.Testimony;
import dev.voxpop.simulator.trait.LevelSet;
import dev.voxpop.simulator.trait.TraitOptions;
import dev.voxpop.simulator.trait.TraitQuestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds in a text which option it states: a sentence of evidence, then the option on the last line.
 */
final class Searching {
  private Searching() {}

  static String speak(Task.Locate task, double wrong, Dice dice) {
    ChoiceQuestion question = task.question();
    Optional<TraitOptions> trait = trait(task);
    int found = trait.map(options -> stated(task, options)).orElse(task.silent());
    int said = misread(task, found, wrong, dice);
    String evidence =
        found == task.silent()
            ? "The text does not say."
            : "Evidence: \""
                + trait
                    .flatMap(options -> Testimony.sentence(task.text(), options.trait()))
                    .orElse("")
                + "\"";
    return evidence + "\n" + question.style().mark(said) + " " + question.options().get(said);
  }

  /** The option found, or at these rates none, or at half of it any. */
  private static int misread(Task.Locate task, int found, double wrong, Dice dice) {
    double luck = dice.uniform();
    if (luck < wrong) {
      return task.silent();
    }
    return luck < 1.5 * wrong ? dice.below(task.question().options().size()) : found;
  }

  private static Optional<TraitOptions> trait(Task.Locate task) {
    List<String> options = new ArrayList<>(task.question().options());
    options.set(task.silent(), "Prefer not to answer");
    return TraitQuestions.recognise(task.question().text(), options)
        .or(() -> TraitQuestions.byOptions(options));
  }

  /**
   * The option that the last statement fits best: a band only counts when it lies mostly within the
   * option.
   */
  private static int stated(Task.Locate task, TraitOptions options) {
    List<Clue.Stated> facts = Testimony.of(task.text(), options.trait());
    if (facts.isEmpty()) {
      return task.silent();
    }
    LevelSet levels = facts.getLast().levels();
    int best = task.silent();
    int most = 0;
    for (int option = 0; option < task.question().options().size(); option++) {
      int common = common(levels, options.meaning(option));
      best = common > most ? option : best;
      most = Math.max(most, common);
    }
    return best;
  }

  private static int common(LevelSet first, LevelSet second) {
    int common = 0;
    for (int level = 0; level < first.trait().levels(); level++) {
      common += first.contains(level) && second.contains(level) ? 1 : 0;
    }
    return common;
  }
}
