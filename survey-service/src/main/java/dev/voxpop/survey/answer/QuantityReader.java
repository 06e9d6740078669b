package dev.voxpop.survey.answer;

import dev.voxpop.instrument.item.Quantity;
import dev.voxpop.survey.answer.Evidence.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The reading of ages and incomes: numbers, ranges, comparisons and decades become intervals, and
 * an interval speaks for every option whose band it touches.
 *
 * <p>A quantity that touches the option of a symbol supports that option and no other. A closed
 * range holds both its ends for ages, and all but its upper end for money. An interval that touches
 * no band is out of range.
 */
final class QuantityReader {
  private static final String RANGE_GAP = " -$\u00a3\u20ac\u00a5\"";
  private static final double THOUSAND = 1000;

  private final Reading reading;
  private final AnswerText text;
  private final NumeralReader numerals;
  private final QuantityContext context;
  private final Quantity quantity;

  private QuantityReader(Reading reading, Scopes scopes, Quantity quantity) {
    this.reading = reading;
    this.text = reading.text();
    this.numerals = new NumeralReader(reading);
    this.context = new QuantityContext(reading, scopes, quantity);
    this.quantity = quantity;
  }

  /** Notes all quantities, from left to right. */
  static void run(Reading reading, Scopes scopes, Quantity quantity) {
    QuantityReader reader = new QuantityReader(reading, scopes, quantity);
    int word = 0;
    while (word < reading.text().count()) {
      word = reader.step(word);
    }
  }

  /** Whether an interval touches the numbers of any option. */
  static boolean touchesAny(AnswerScale scale, Interval interval) {
    for (int option = 0; option < scale.size(); option++) {
      if (scale.touches(option, interval)) {
        return true;
      }
    }
    return false;
  }

  private int step(int word) {
    if (reading.is(word, Reading.MASKED | Reading.SYMBOL)) {
      return word + 1;
    }
    if (quantity == Quantity.AGE_IN_YEARS) {
      Decade decade = Decade.at(reading, word);
      if (decade != null) {
        note(decade.interval(), decade.from(), decade.to());
        return decade.to();
      }
    }
    Numeral first = numerals.at(word);
    if (first == null) {
      return word + 1;
    }
    Numeral second = rangeEnd(first);
    int to = second == null ? first.to() : second.to();
    read(first, second);
    return to;
  }

  private void read(Numeral first, @Nullable Numeral second) {
    Numeral low = second == null ? first : sharing(first, second);
    Numeral high = second == null ? first : second;
    if (!context.counts(low, high)) {
      return;
    }
    Interval interval = second == null ? context.comparison().interval(first) : between(low, high);
    note(interval, first.from(), high.to());
  }

  private void note(Interval interval, int from, int to) {
    if (reading.is(from, Reading.DENIED)) {
      reading.deny(from, to);
      return;
    }
    boolean touched = false;
    boolean supports = supports(interval);
    for (int option = 0; option < reading.scale().size(); option++) {
      if (reading.scale().touches(option, interval)) {
        touched = true;
        if (!supports || reading.findings().hasSymbolOf(option)) {
          reading.find(Kind.QUANTITY, option, from, to);
        }
      }
    }
    if (!touched) {
      reading.find(Kind.OUT_OF_RANGE, Evidence.NO_OPTION, from, to);
    }
  }

  private boolean supports(Interval interval) {
    for (int option = 0; option < reading.scale().size(); option++) {
      if (reading.findings().hasSymbolOf(option) && reading.scale().touches(option, interval)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Numeral rangeEnd(Numeral first) {
    int next = first.to();
    if (isDash(next)) {
      return numerals.at(next);
    }
    boolean joins =
        reading.in(WordList.RANGE, next)
            || (reading.in(WordList.JOINER, next)
                && context.comparison().isAfterBetween(first.from()));
    return joins && text.gapOnly(next, RANGE_GAP) && text.gapOnly(next + 1, RANGE_GAP)
        ? numerals.at(next + 1)
        : null;
  }

  private boolean isDash(int gap) {
    if (!text.gapOnly(gap, RANGE_GAP)) {
      return false;
    }
    for (int i = 0; i < text.gapSize(gap); i++) {
      if (text.gapAt(gap, i) == '-') {
        return true;
      }
    }
    return false;
  }

  // "50-60k", "50 to 60,000"
  private Numeral sharing(Numeral first, Numeral second) {
    if (quantity != Quantity.MONEY_PER_YEAR
        || first.multiplier() > 1
        || first.value() >= THOUSAND) {
      return first;
    }
    double factor = second.multiplier() > 1 ? second.multiplier() : THOUSAND;
    boolean shared = second.multiplier() > 1 || second.value() >= THOUSAND;
    return shared && first.value() * factor <= second.value() ? first.times(factor) : first;
  }

  private Interval between(Numeral first, Numeral second) {
    double low = Math.min(first.value(), second.value());
    double high = Math.max(first.value(), second.value());
    if (quantity == Quantity.MONEY_PER_YEAR && low < high) {
      return new Interval(low, high);
    }
    return Interval.closed(low, high);
  }
}
