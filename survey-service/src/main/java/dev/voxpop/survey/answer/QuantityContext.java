package dev.voxpop.survey.answer;

import dev.voxpop.instrument.item.Quantity;
import dev.voxpop.survey.answer.Numeral.Form;

/**
 * What stands around a number and tells whether it is an age or an income at all.
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
  private final Comparison comparison;

  QuantityContext(Reading reading, Scopes scopes, Quantity quantity) {
    this.reading = reading;
    this.text = reading.text();
    this.scopes = scopes;
    this.quantity = quantity;
    this.comparison = new Comparison(reading, quantity);
  }

  /** What the numbers are compared with. */
  Comparison comparison() {
    return comparison;
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

  private boolean isAge(Numeral first, Numeral second) {
    if (first.value() > OLDEST || second.value() > OLDEST || hasCurrency(first, second)) {
      return false;
    }
    int unit = second.to();
    if (second.form() == Form.AGE || !comparison.isUnit(unit) || !reading.in(WordList.YEAR, unit)) {
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
        || (comparison.isUnit(second.to()) && reading.in(WordList.CURRENCY, second.to()));
  }

  private static boolean isCurrencySign(char c) {
    return c != 0 && CURRENCY.indexOf(c) >= 0;
  }

  private boolean isYears(int unit) {
    return comparison.isUnit(unit) && reading.in(WordList.YEAR, unit);
  }

  private boolean isOtherPeriod(int unit) {
    int word = comparison.isUnit(unit) && reading.in(WordList.CURRENCY, unit) ? unit + 1 : unit;
    if (word >= text.count()) {
      return false;
    }
    if (text.gapAt(word, 0) == '/') {
      return reading.in(WordList.PERIOD, word);
    }
    if (!comparison.isUnit(word)) {
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
    if (unit >= text.count() || !comparison.isUnit(unit)) {
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

  private boolean isOld(int word) {
    return word < text.count()
        && comparison.isUnit(word)
        && (reading.in(WordList.OLD, word)
            || (word > 0 && reading.in(WordList.AGE_OF, word + 1) && isOfAge(word)));
  }

  private boolean isOfAge(int word) {
    return reading.in(WordList.BLOCKER, word) && comparison.isUnit(word + 1);
  }

  private boolean isBlocked(int from) {
    int word = from - 1;
    while (word >= 0
        && comparison.isPlain(word + 1)
        && (reading.is(word, Reading.COMPARING) || reading.in(WordList.APPROXIMATELY, word))) {
      word--;
    }
    if (word < 0 || !comparison.isPlain(word + 1) || !reading.in(WordList.BLOCKER, word)) {
      return false;
    }
    boolean earned = quantity == Quantity.MONEY_PER_YEAR && reading.in(WordList.EARNINGS, word - 1);
    return !earned;
  }

  private boolean isAfterIAm(int from) {
    int word = comparison.before(from);
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
}
