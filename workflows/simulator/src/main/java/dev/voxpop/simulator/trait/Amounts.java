package dev.voxpop.simulator.trait;

import dev.voxpop.simulator.lexicon.Words;
import java.util.List;
import java.util.Set;

/**
 * What a wording says about an age or an income: bands in any style ("18-29", "65 or older", "Under
 * $30,000", "$40,000 to less than $50,000") and single amounts. Ages are closed at both ends,
 * incomes open at the upper one.
 */
final class Amounts {
  private static final Set<String> BELOW =
      Set.of("under", "less", "below", "fewer", "up", "younger");
  private static final Set<String> ABOVE =
      Set.of("more", "older", "over", "above", "+", "plus", "least", "up", "higher");

  private Amounts() {}

  static LevelSet meaning(Trait trait, Words words, int from, int to) {
    int first = number(words, from, to);
    if (first == to) {
      return LevelSet.none(trait);
    }
    int second = number(words, first + 1, to);
    double low = words.number(first);
    return second == to
        ? one(trait, low, words.list().subList(from, first), words.list().subList(first, to))
        : band(trait, shared(low, words.number(second)), words.number(second));
  }

  private static int number(Words words, int from, int to) {
    int at = from;
    while (at < to && Double.isNaN(words.number(at))) {
      at++;
    }
    return at;
  }

  /** In "10-20k" the suffix of the second number serves both. */
  private static double shared(double first, double second) {
    return first < 1_000 && second >= 1_000 && first > 0 ? first * 1_000 : first;
  }

  private static LevelSet band(Trait trait, double low, double high) {
    int top = trait == Trait.AGE ? trait.levelOf(high) : trait.levelOf(Math.max(low, high - 2));
    return LevelSet.range(trait, trait.levelOf(low), top);
  }

  private static LevelSet one(Trait trait, double amount, List<String> before, List<String> after) {
    int level = trait.levelOf(amount);
    if (before.stream().anyMatch(BELOW::contains)
        || after.contains("younger")
        || after.contains("less")) {
      boolean included =
          !before.contains("less") && !before.contains("under") && !before.contains("below");
      return LevelSet.range(
          trait, 0, trait == Trait.AGE && included ? level : trait.levelOf(amount - 1));
    }
    if (after.stream().anyMatch(ABOVE::contains) || before.stream().anyMatch(ABOVE::contains)) {
      return LevelSet.range(trait, level, trait.levels() - 1);
    }
    return LevelSet.range(trait, level, level);
  }
}
