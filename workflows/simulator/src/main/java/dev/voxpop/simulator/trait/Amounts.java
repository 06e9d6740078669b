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
    double first = Double.NaN;
    double second = Double.NaN;
    int place = from;
    for (int i = from; i < to; i++) {
      double number = words.number(i);
      if (Double.isNaN(number) || !Double.isNaN(second)) {
        continue;
      }
      if (Double.isNaN(first)) {
        first = number;
        place = i;
      } else {
        second = number;
      }
    }
    if (Double.isNaN(first)) {
      return LevelSet.none(trait);
    }
    return Double.isNaN(second)
        ? one(trait, first, words.list().subList(from, place), words.list().subList(place, to))
        : band(trait, shared(first, second), second);
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
