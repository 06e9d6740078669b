package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.lexicon.Words;
import dev.voxpop.simulator.reading.Clue;
import dev.voxpop.simulator.reading.Task;
import dev.voxpop.simulator.reading.Testimony;
import dev.voxpop.simulator.trait.LevelSet;
import dev.voxpop.simulator.trait.Trait;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verdicts on a text: whether it is one person's own first-person story, or, when the instructions
 * speak of contradictions, whether it contradicts itself. The last line is yes or no.
 */
final class Verdicts {
  private static final Pattern SPEAKER = Pattern.compile("(?m)^[A-Z][A-Za-z]{1,20}:|^Q[:.]");
  private static final Set<String> FIRST = Set.of("i", "my", "me", "im", "ive", "we", "our");
  private static final Set<String> THIRD = Set.of("he", "she", "his", "her", "him");
  private static final List<String> FREE_OF =
      List.of(
          "consistent",
          "free of contradiction",
          "no contradiction",
          "without contradiction",
          "free from contradiction",
          "coherent");

  private Verdicts() {}

  static String speak(Task.Judge task, double wrong, Dice dice) {
    String rules = Words.normal(task.instructions());
    boolean critic = rules.contains("contradict") || rules.contains("consisten");
    Optional<String> fault = critic ? contradiction(task.text()) : notOwnStory(task.text());
    boolean good = fault.isEmpty() != dice.happens(wrong);
    boolean yesIsGood = !critic || FREE_OF.stream().anyMatch(rules::contains);
    String reason =
        fault.orElse(
            critic
                ? "The statements fit together."
                : "One person tells their own life in the first person.");
    return reason + "\n" + (good == yesIsGood ? "yes" : "no");
  }

  private static Optional<String> notOwnStory(String text) {
    Words words = Words.of(text);
    long first = words.list().stream().filter(FIRST::contains).count();
    long third = words.list().stream().filter(THIRD::contains).count();
    if (count(SPEAKER, text) >= 3) {
      return Optional.of("Several speakers take turns, so this is an interview.");
    }
    if (count(Pattern.compile("\\?"), text) * 40 > words.size()) {
      return Optional.of("This is a list of questions.");
    }
    if (third > first || first * 60 < words.size()) {
      return Optional.of("The text is about somebody else, not told by that person.");
    }
    return words.size() < 20 ? Optional.of("There is hardly any text.") : Optional.empty();
  }

  private static Optional<String> contradiction(String text) {
    for (Trait trait : List.of(Trait.AGE, Trait.GENDER)) {
      Optional<LevelSet> earlier = Optional.empty();
      for (Clue.Stated fact : Testimony.of(text, trait)) {
        if (earlier.isPresent() && !earlier.get().meets(fact.levels())) {
          return Optional.of(
              "It states two different things about "
                  + (trait == Trait.AGE ? "the age" : "the gender")
                  + " of the person.");
        }
        earlier = Optional.of(fact.levels());
      }
    }
    return Optional.empty();
  }

  private static int count(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }
}
