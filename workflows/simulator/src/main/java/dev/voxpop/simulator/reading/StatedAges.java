package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.lexicon.Words;
import dev.voxpop.simulator.trait.LevelSet;
import dev.voxpop.simulator.trait.Trait;
import dev.voxpop.simulator.trait.TraitWords;
import java.util.Map;
import java.util.Set;

/**
 * Reads the speaker's age out of first-person sentences: years, bands, decades and years of birth.
 */
final class StatedAges {
  /** The year in which all stories are told. */
  private static final int PRESENT = 2026;

  private static final Set<String> BEFORE =
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
  private static final Set<String> AFTER =
      Set.of(
          "to", "and", "years", "year", "old", "or", "older", "more", "+", "over", "younger", "of",
          "age");
  private static final Set<String> PAST = Set.of("at", "by", "until", "since", "from", "till");
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

  private StatedAges() {}

  /** What the word at a place says about the speaker's age. */
  static LevelSet at(Words words, int place) {
    double number = words.number(place);
    if (Double.isNaN(number)) {
      int start = DECADES.getOrDefault(words.at(place), 0);
      return start == 0 ? LevelSet.none(Trait.AGE) : decade(words, place, start);
    }
    if (isYear(words, place)) {
      return born(words, place, (int) number);
    }
    return words.at(place).endsWith("0s")
        ? decade(words, place, (int) number)
        : years(words, place, number);
  }

  /** Whether the number at a place is a calendar year. */
  static boolean isYear(Words words, int place) {
    double number = words.number(place);
    return number >= 1900 && number < 2100 && !words.at(place - 1).equals("$");
  }

  private static LevelSet born(Words words, int place, int year) {
    boolean mine =
        words.at(place - 2).equals("born")
            && words.at(place - 4).equals("i")
            && words.together(place - 4, place);
    return mine ? range(PRESENT - year - 1, PRESENT - year) : LevelSet.none(Trait.AGE);
  }

  private static LevelSet years(Words words, int place, double number) {
    if (number < 18
        || number > 110
        || UNITS.contains(words.at(place + 1))
        || !ofSpeaker(words, place)) {
      return LevelSet.none(Trait.AGE);
    }
    int end = place + 1;
    while (end < place + 7
        && words.together(place, end)
        && (AFTER.contains(words.at(end)) || words.number(end) >= 18)) {
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
    boolean framed = words.together(at, place) && BEFORE.contains(words.at(at));
    boolean mine =
        !words.at(at).equals("turned")
            || words.at(at - 1).equals("i")
            || words.at(at - 1).equals("just");
    return framed && mine && !PAST.contains(words.at(at - 1));
  }

  private static LevelSet decade(Words words, int place, int start) {
    String before = words.at(place - 1);
    boolean mine = before.equals("my") || words.at(place - 2).equals("my");
    boolean now = words.at(place - 2).equals("in") || words.at(place - 3).equals("in");
    if (!mine || !now || start < 20 || !inPresent(words, place)) {
      return LevelSet.none(Trait.AGE);
    }
    return switch (before) {
      case "early" -> range(start, start + 3);
      case "mid" -> range(start + 4, start + 6);
      case "late" -> range(start + 7, start + 9);
      default -> range(start, start + 9);
    };
  }

  private static boolean inPresent(Words words, int place) {
    for (int i = words.start(place); i < place; i++) {
      if (BEFORE.contains(words.at(i))) {
        return true;
      }
    }
    return false;
  }

  private static LevelSet range(int low, int high) {
    return LevelSet.range(Trait.AGE, Trait.AGE.levelOf(low), Trait.AGE.levelOf(high));
  }
}
