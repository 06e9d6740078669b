package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.lexicon.Words;
import dev.voxpop.simulator.trait.LevelSet;
import dev.voxpop.simulator.trait.Trait;
import dev.voxpop.simulator.trait.TraitWords;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads ages and yearly incomes out of first-person sentences. */
final class StatedAmounts {
  /** The year in which all stories are told. */
  static final int PRESENT = 2026;

  private static final Set<String> AGE_BEFORE =
      Set.of("am", "im", "turned", "age", "aged", "turn", "turning");
  private static final Set<String> BETWEEN =
      Set.of(
          "now",
          "only",
          "about",
          "almost",
          "just",
          "between",
          "currently",
          "over",
          "under",
          "nearly",
          "a",
          "an",
          "years",
          "old",
          "is",
          "of");
  private static final Set<String> AGE_AFTER =
      Set.of(
          "to", "and", "years", "year", "old", "or", "older", "more", "+", "over", "younger", "of",
          "age");
  private static final Set<String> BLOCKED = Set.of("at", "by", "until", "since", "from", "till");
  private static final Set<String> UNITS =
      Set.of(
          "minutes",
          "miles",
          "percent",
          "dollars",
          "hours",
          "hour",
          "days",
          "weeks",
          "months",
          "thousand",
          "pounds",
          "times",
          "people",
          "kids",
          "feet",
          "of");
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
  private static final Set<String> MONEY_AFTER =
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
  private static final Map<String, Integer> DECADES =
      Map.of(
          "twenties",
          20,
          "thirties",
          30,
          "forties",
          40,
          "fifties",
          50,
          "sixties",
          60,
          "seventies",
          70,
          "eighties",
          80);

  private StatedAmounts() {}

  static void read(Words words, BiConsumer<Integer, Clue> found) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.at(i);
      char first = word.charAt(0);
      LevelSet levels = LevelSet.none(Trait.AGE);
      if (first >= '0' && first <= '9') {
        double number = words.number(i);
        levels = number >= 1_000 && !isYear(words, i) ? income(words, i) : age(words, i, number);
      } else if (DECADES.containsKey(word)) {
        levels = decade(words, i, DECADES.getOrDefault(word, 0));
      }
      if (!levels.isEmpty()) {
        found.accept(i, new Clue.Stated(levels));
      }
    }
  }

  private static LevelSet age(Words words, int place, double number) {
    if (isYear(words, place)) {
      boolean born =
          words.at(place - 2).equals("born")
              && words.at(place - 4).equals("i")
              && words.together(place - 4, place);
      return born
          ? years(PRESENT - (int) number - 1, PRESENT - (int) number)
          : LevelSet.none(Trait.AGE);
    }
    if (words.at(place).endsWith("0s")) {
      return decade(words, place, (int) number);
    }
    if (number < 18
        || number > 110
        || UNITS.contains(words.at(place + 1))
        || !ofSpeaker(words, place)) {
      return LevelSet.none(Trait.AGE);
    }
    int end = place + 1;
    while (end < place + 7
        && words.together(place, end)
        && (AGE_AFTER.contains(words.at(end)) || words.number(end) >= 18)) {
      end++;
    }
    return TraitWords.amount(
        Trait.AGE, words, place - (words.together(place - 1, place) ? 1 : 0), end);
  }

  /** "I am", "I'm", "I turned", "age" directly before the number, or a few adverbs away. */
  private static boolean ofSpeaker(Words words, int place) {
    int at = place - 1;
    while (at >= place - 5
        && words.together(at, place)
        && (BETWEEN.contains(words.at(at)) || words.number(at) >= 18)) {
      at--;
    }
    boolean framed = words.together(at, place) && AGE_BEFORE.contains(words.at(at));
    boolean mine =
        !words.at(at).equals("turned")
            || words.at(at - 1).equals("i")
            || words.at(at - 1).equals("just");
    return framed && mine && !BLOCKED.contains(words.at(at - 1));
  }

  private static LevelSet decade(Words words, int place, int start) {
    String before = words.at(place - 1);
    boolean mine = before.equals("my") || words.at(place - 2).equals("my");
    boolean now = (words.at(place - 2) + words.at(place - 3)).contains("in");
    if (!mine || !now || start < 20 || !present(words, place)) {
      return LevelSet.none(Trait.AGE);
    }
    return switch (before) {
      case "early" -> years(start, start + 3);
      case "mid" -> years(start + 4, start + 6);
      case "late" -> years(start + 7, start + 9);
      default -> years(start, start + 9);
    };
  }

  private static boolean present(Words words, int place) {
    for (int i = words.start(place); i < place; i++) {
      if (AGE_BEFORE.contains(words.at(i))) {
        return true;
      }
    }
    return false;
  }

  private static LevelSet income(Words words, int place) {
    boolean earning = false;
    boolean ours = false;
    for (int i = words.start(place); i < words.end(place); i++) {
      earning |= EARNING.contains(words.at(i));
      ours |= OURS.contains(words.at(i));
    }
    if (!earning || !ours || isSecond(words, place)) {
      return LevelSet.none(Trait.INCOME);
    }
    int end = place + 1;
    while (end < place + 9
        && words.together(place, end)
        && (MONEY_AFTER.contains(words.at(end)) || words.number(end) >= 1_000)) {
      end++;
    }
    return TraitWords.amount(Trait.INCOME, words, Math.max(words.start(place), place - 3), end);
  }

  /** Whether the number is the upper end of a range already read. */
  private static boolean isSecond(Words words, int place) {
    for (int i = place - 1; i >= place - 6 && words.together(i, place); i--) {
      if (words.number(i) >= 1_000) {
        return true;
      }
    }
    return false;
  }

  private static boolean isYear(Words words, int place) {
    double number = words.number(place);
    return number >= 1900 && number < 2100 && !words.at(place - 1).equals("$");
  }

  private static LevelSet years(int low, int high) {
    return LevelSet.range(Trait.AGE, Trait.AGE.levelOf(low), Trait.AGE.levelOf(high));
  }
}
