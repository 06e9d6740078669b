package dev.voxpop.survey.answer;

import dev.voxpop.instrument.item.Quantity;
import dev.voxpop.survey.answer.Numeral.Form;
import dev.voxpop.survey.answer.Phrase.Kind;

/**
 * What stands around a number: whether it is an age or an income at all, and what it is compared
 * with.
 *
 * <p>No quantity is money for any period but a year; money, or a plain number for money, under
 * 1,000 without "k" and the like, except $0; a plain year from 1900 to 2099; an age above 120; a
 * number after "of", "with", "for", "have" or "in"; years without "old", unless said first or after
 * "I am"; a number with another unit.
 */
final class QuantityContext {
  private static final String CURRENCY = "$\u00a3\u20ac\u00a5";
  private static final double SMALLEST_MONEY = 1000;
  private static final double OLDEST = 120;
  private static final double FIRST_YEAR = 1900;
  private static final double LAST_YEAR = 2099;

  private final Reading reading;
  private final AnswerText text;
  private final Scopes scopes;
  private final Quantity quantity;

  QuantityContext(Reading reading, Scopes scopes, Quantity quantity) {
    this.reading = reading;
    this.text = reading.text();
    this.scopes = scopes;
    this.quantity = quantity;
  }

  /** Whether a number, or a range from the first to the second, is a quantity of the scale. */
  boolean counts(Numeral first, Numeral second) {
    if (isBlocked(first.from()) || isPartOfName(first.from()) || hasOtherUnit(second.to())) {
      return false;
    }
    return switch (quantity) {
      case AGE_IN_YEARS -> isAge(first, second);
      case MONEY_PER_YEAR -> isMoney(first, second);
    };
  }

  /** The interval that a number stands for, with what is said before and after it. */
  Interval compared(Numeral numeral) {
    double value =
        quantity == Quantity.AGE_IN_YEARS ? Math.floor(numeral.value()) : numeral.value();
    int before = skipBack(numeral.from() - 1);
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
    return reading.in(WordList.BETWEEN, skipBack(from - 1));
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

  private boolean isAge(Numeral first, Numeral second) {
    if (first.value() > OLDEST || second.value() > OLDEST || hasCurrency(first, second)) {
      return false;
    }
    int unit = second.to();
    if (second.form() == Form.AGE || !isUnit(unit) || !reading.in(WordList.YEAR, unit)) {
      return true;
    }
    return isOld(unit + 1) || scopes.isFirst(lead(first.from())) || isAfterIAm(first.from());
  }

  private boolean isMoney(Numeral first, Numeral second) {
    boolean currency = hasCurrency(first, second);
    if (second.form() == Form.AGE || isOtherPeriod(second.to()) || isYears(second.to())) {
      return false;
    }
    if (second.multiplier() == 1 && second.value() < SMALLEST_MONEY) {
      return currency && second.value() == 0;
    }
    boolean year = isCalendarYear(first) && isCalendarYear(second);
    return currency || !year;
  }

  private static boolean isCalendarYear(Numeral numeral) {
    return numeral.multiplier() == 1
        && numeral.value() >= FIRST_YEAR
        && numeral.value() <= LAST_YEAR;
  }

  private boolean hasCurrency(Numeral first, Numeral second) {
    return isCurrencySign(text.gapLast(first.from()))
        || isCurrencySign(text.gapLast(second.from()))
        || isCurrencySign(text.gapAt(second.to(), 0))
        || (isUnit(second.to()) && reading.in(WordList.CURRENCY, second.to()));
  }

  private static boolean isCurrencySign(char c) {
    return c != 0 && CURRENCY.indexOf(c) >= 0;
  }

  private boolean isYears(int unit) {
    return isUnit(unit) && reading.in(WordList.YEAR, unit);
  }

  private boolean isOtherPeriod(int unit) {
    int word = isUnit(unit) && reading.in(WordList.CURRENCY, unit) ? unit + 1 : unit;
    if (word >= text.count()) {
      return false;
    }
    if (text.gapAt(word, 0) == '/') {
      return reading.in(WordList.PERIOD, word);
    }
    if (!isUnit(word)) {
      return false;
    }
    int period = word;
    while (reading.in(WordList.EVERY, period)) {
      period++;
    }
    return reading.in(WordList.PERIOD_ADVERB, word)
        || (period > word && reading.in(WordList.PERIOD, period));
  }

  private boolean hasOtherUnit(int unit) {
    if (text.gapAt(unit, 0) == '%') {
      return true;
    }
    if (unit >= text.count() || !isUnit(unit)) {
      return false;
    }
    boolean known = reading.in(WordList.YEAR, unit) || isOld(unit);
    return reading.in(WordList.UNIT, unit)
        || (text.isHyphen(unit) && !known && !reading.in(WordList.SOMETHING, unit));
  }

  // "covid-19", "F-150"
  private boolean isPartOfName(int from) {
    return text.isHyphen(from) && text.shape(from - 1) != AnswerText.Shape.NUMBER;
  }

  private boolean isUnit(int gap) {
    return (text.gapSize(gap) == 1 && text.gapOnly(gap, " -")) || text.gapOnly(gap, "+ ");
  }

  private boolean isOld(int word) {
    return word < text.count()
        && isUnit(word)
        && (reading.in(WordList.OLD, word)
            || (word > 0 && reading.in(WordList.AGE_OF, word + 1) && isOfAge(word)));
  }

  private boolean isOfAge(int word) {
    return reading.in(WordList.BLOCKER, word) && isUnit(word + 1);
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

  private boolean isBlocked(int from) {
    int word = from - 1;
    while (word >= 0
        && isPlain(word + 1)
        && (reading.is(word, Reading.COMPARING) || reading.in(WordList.APPROXIMATELY, word))) {
      word--;
    }
    if (word < 0 || !isPlain(word + 1) || !reading.in(WordList.BLOCKER, word)) {
      return false;
    }
    boolean earned = quantity == Quantity.MONEY_PER_YEAR && reading.in(WordList.EARNINGS, word - 1);
    return !earned;
  }

  private boolean isAfterIAm(int from) {
    int word = skipBack(from - 1);
    return word >= 0 && reading.is(word, Reading.I_AM);
  }

  // the first of the words that only approximate what follows, or of its cue
  private int lead(int from) {
    int word = from;
    while (word > 0
        && (reading.in(WordList.APPROXIMATELY, word - 1)
            || reading.is(word - 1, Reading.CUE | Reading.COMPARING))) {
      word--;
    }
    return word;
  }

  private int skipBack(int from) {
    int word = from;
    while (word >= 0
        && isPlain(word + 1)
        && !reading.is(word, Reading.COMPARING)
        && reading.in(WordList.APPROXIMATELY, word)) {
      word--;
    }
    return word >= 0 && isPlain(word + 1) ? word : -1;
  }

  private boolean isPlain(int gap) {
    return text.gapOnly(gap, " -\"'($\u00a3\u20ac\u00a5");
  }
}
