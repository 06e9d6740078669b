package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.lexicon.Words;
import dev.voxpop.simulator.trait.LevelSet;
import dev.voxpop.simulator.trait.Trait;
import dev.voxpop.simulator.trait.TraitWords;
import java.util.Set;

/** Reads yearly incomes out of first-person sentences that speak of earning. */
final class StatedIncomes {
  private static final int LEAST = 1_000;
  private static final Set<String> EARNING =
      Set.of(
          "make",
          "makes",
          "making",
          "earn",
          "earns",
          "earning",
          "income",
          "salary",
          "bring",
          "brings",
          "paycheck",
          "wages");
  private static final Set<String> OURS = Set.of("i", "we", "my", "our", "im", "household", "me");
  private static final Set<String> AFTER =
      Set.of(
          "to",
          "and",
          "less",
          "than",
          "$",
          "or",
          "more",
          "a",
          "year",
          "under",
          "over",
          "thousand",
          "k",
          "grand",
          "but",
          "up");

  private StatedIncomes() {}

  /** What the number at a place says about the income of the speaker's household. */
  static LevelSet at(Words words, int place) {
    if (!(words.number(place) >= LEAST)
        || StatedAges.isYear(words, place)
        || !speaksOfIt(words, place)
        || isUpperEnd(words, place)) {
      return LevelSet.none(Trait.INCOME);
    }
    int end = place + 1;
    while (end < place + 9
        && words.together(place, end)
        && (AFTER.contains(words.at(end)) || words.number(end) >= LEAST)) {
      end++;
    }
    return TraitWords.amount(Trait.INCOME, words, Math.max(words.start(place), place - 3), end);
  }

  private static boolean speaksOfIt(Words words, int place) {
    boolean earning = false;
    boolean ours = false;
    for (int i = words.start(place); i < words.end(place); i++) {
      earning |= EARNING.contains(words.at(i));
      ours |= OURS.contains(words.at(i));
    }
    return earning && ours;
  }

  /** Whether the number ends a range that was read at its first number. */
  private static boolean isUpperEnd(Words words, int place) {
    for (int i = place - 1; i >= place - 6 && words.together(i, place); i--) {
      if (words.number(i) >= LEAST) {
        return true;
      }
    }
    return false;
  }
}
