package dev.voxpop.survey.answer;

import dev.voxpop.instrument.item.Quantity;
import dev.voxpop.survey.answer.Phrase.Kind;

/** What is said before and after a number, and the interval that it then stands for. */
final class Comparison {
  private static final String PLAIN = " -\"'($\u00a3\u20ac\u00a5";

  private final Reading reading;
  private final AnswerText text;
  private final Quantity quantity;

  Comparison(Reading reading, Quantity quantity) {
    this.reading = reading;
    this.text = reading.text();
    this.quantity = quantity;
  }

  /** The interval of a number. */
  Interval interval(Numeral numeral) {
    double value =
        quantity == Quantity.AGE_IN_YEARS ? Math.floor(numeral.value()) : numeral.value();
    int before = before(numeral.from());
    if (before >= 0 && reading.is(before, Reading.COMPARING)) {
      return compared(before, value);
    }
    int after = afterUnit(numeral.to());
    boolean joined = reading.in(WordList.JOINER, after);
    if (text.gapAt(numeral.to(), 0) == '+'
        || (joined && reading.in(WordList.OR_MORE, after + 1))
        || isOpenEnd(after)) {
      return Interval.atLeast(value);
    }
    return joined && reading.in(WordList.OR_LESS, after + 1)
        ? Interval.atMost(value)
        : Interval.point(value);
  }

  /** Whether "between" stands before a number. */
  boolean isAfterBetween(int from) {
    return reading.in(WordList.BETWEEN, before(from));
  }

  /** The word before a number and whatever only approximates it, in the same phrase, or -1. */
  int before(int from) {
    int word = from - 1;
    while (word >= 0
        && isPlain(word + 1)
        && !reading.is(word, Reading.COMPARING)
        && reading.in(WordList.APPROXIMATELY, word)) {
      word--;
    }
    return word >= 0 && isPlain(word + 1) ? word : -1;
  }

  /** Whether nothing ends a phrase in a gap. */
  boolean isPlain(int gap) {
    return text.gapOnly(gap, PLAIN);
  }

  /** Whether the word behind a gap can be the unit of the number before it. */
  boolean isUnit(int gap) {
    return (text.gapSize(gap) == 1 && text.gapOnly(gap, " -")) || text.gapOnly(gap, "+ ");
  }

  private Interval compared(int word, double value) {
    if (reading.compares(word, Kind.BELOW)) {
      return Interval.below(value);
    }
    if (reading.compares(word, Kind.ABOVE)) {
      // ages are whole years
      return quantity == Quantity.AGE_IN_YEARS
          ? Interval.atLeast(value + 1)
          : Interval.above(value);
    }
    if (reading.compares(word, Kind.ALMOST)) {
      return Interval.point(value - 1);
    }
    return reading.compares(word, Kind.AT_LEAST) ? Interval.atLeast(value) : Interval.atMost(value);
  }

  private int afterUnit(int to) {
    int word = to;
    while (word < text.count() && isUnit(word) && isOwnUnit(word)) {
      word++;
    }
    return word;
  }

  private boolean isOwnUnit(int word) {
    return reading.in(WordList.YEAR, word)
        || reading.in(WordList.OLD, word)
        || reading.in(WordList.CURRENCY, word)
        || reading.in(WordList.EVERY, word);
  }

  // "200,000 plus." but not "50,000 plus my pension"
  private boolean isOpenEnd(int word) {
    return reading.in(WordList.OPEN_END, word)
        && (word + 1 == text.count() || text.gapHasMark(word + 1));
  }
}
