package dev.voxpop.survey.answer;

import dev.voxpop.survey.answer.Numeral.Form;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one number: digits with "k" or "million", or words from thirteen up.
 *
 * <p>Words are added up as English says them: units to tens, hundreds multiply what stands before
 * them, thousands and millions close a group. Words below thirteen count only inside such a number.
 */
final class NumeralReader {
  private static final double SMALLEST_WORD = 13;
  private static final double HUNDRED = 100;
  private static final int LONGEST = 12;
  private static final int EXACT_DIGITS = 15;
  private static final double TEN = 10;

  private final Reading reading;
  private final AnswerText text;

  NumeralReader(Reading reading) {
    this.reading = reading;
    this.text = reading.text();
  }

  /** The number that begins with a word, or null. */
  @Nullable Numeral at(int word) {
    if (word >= text.count() || reading.in(WordList.NOT_AMOUNT, word)) {
      return null;
    }
    Numeral numeral =
        switch (text.shape(word)) {
          case NUMBER -> multiplied(word, parse(word, text.size(word)));
          case MIXED -> suffixed(word);
          case LETTERS -> isFraction(word) ? fraction(word) : words(word);
          case DENYING -> null;
        };
    return numeral != null && Double.isFinite(numeral.value()) ? numeral : null;
  }

  /** Whether two words belong to one number: nothing but a space or a hyphen between them. */
  boolean isPlainGap(int gap) {
    return text.gapSize(gap) == 0 || (text.gapSize(gap) == 1 && text.gapOnly(gap, " -"));
  }

  private double parse(int word, int size) {
    if (size > EXACT_DIGITS) {
      return Double.parseDouble(text.word(word).substring(0, size));
    }
    // up to this many digits both the number without its point and the power of ten are exact
    double digits = 0;
    double scale = 0;
    for (int i = 0; i < size; i++) {
      char c = text.charAt(word, i);
      digits = c == '.' ? digits : digits * TEN + c - '0';
      scale = c == '.' ? 1 : scale * TEN;
    }
    return scale == 0 ? digits : digits / scale;
  }

  private Numeral multiplied(int word, double digits) {
    double value = digits;
    double last = 1;
    int to = word + 1;
    while (to < text.count() && isPlainGap(to)) {
      double multiplier = reading.value(NumberList.MULTIPLIERS, to);
      if (Double.isNaN(multiplier)) {
        break;
      }
      value *= multiplier;
      last *= multiplier;
      to++;
    }
    return new Numeral(word, to, value, last, Form.DIGITS);
  }

  private @Nullable Numeral suffixed(int word) {
    int digits = 0;
    int dots = 0;
    while (digits < text.size(word) && isNumberPart(text.charAt(word, digits))) {
      dots += text.charAt(word, digits) == '.' ? 1 : 0;
      digits++;
    }
    if (dots > 1) {
      return null;
    }
    String suffix = Vocabulary.fold(text.word(word).substring(digits));
    double multiplier = reading.scale().lexicon().value(NumberList.SUFFIXES, suffix);
    if (!Double.isNaN(multiplier)) {
      double value = parse(word, digits) * multiplier;
      return new Numeral(word, word + 1, value, multiplier, Form.DIGITS);
    }
    boolean age = !Double.isNaN(reading.scale().lexicon().value(NumberList.AGE_SUFFIXES, suffix));
    return age ? new Numeral(word, word + 1, parse(word, digits), 1, Form.AGE) : null;
  }

  private static boolean isNumberPart(char c) {
    return c == '.' || CharClass.isDigit(c);
  }

  private boolean isFraction(int word) {
    return !Double.isNaN(reading.value(NumberList.FRACTIONS, word))
        && reading.in(WordList.ARTICLE, word + 1)
        && reading.value(NumberList.MULTIPLIERS, word + 2) > HUNDRED;
  }

  private Numeral fraction(int word) {
    double multiplier = reading.value(NumberList.MULTIPLIERS, word + 2);
    double value = reading.value(NumberList.FRACTIONS, word) * multiplier;
    return new Numeral(word, word + 3, value, multiplier, Form.WORDS);
  }

  private @Nullable Numeral words(int first) {
    boolean multiplier = !Double.isNaN(reading.value(NumberList.MULTIPLIERS, first));
    if (multiplier && (text.size(first) == 1 || !reading.in(WordList.ARTICLE, first - 1))) {
      return null;
    }
    Sum sum = new Sum();
    int word = first;
    while (word < text.count() && word - first < LONGEST && (word == first || isPlainGap(word))) {
      if (sum.takes(unit(word), reading.value(NumberList.MULTIPLIERS, word))) {
        word++;
      } else if (sum.multiplier == HUNDRED && isAnd(word)) {
        word++;
      } else {
        break;
      }
    }
    double value = sum.total + sum.group;
    return word == first || value < SMALLEST_WORD
        ? null
        : new Numeral(first, word, value, sum.multiplier, Form.WORDS);
  }

  private boolean isAnd(int word) {
    return reading.in(WordList.JOINER, word) && !Double.isNaN(unit(word + 1));
  }

  private double unit(int word) {
    return reading.value(NumberList.NUMBERS, word);
  }

  /** A number that grows word by word. */
  private static final class Sum {
    private double total;
    private double group;
    private double multiplier = 1;
    private boolean begun;
    // the value below which a further unit may be added; 0 when none may
    private double room = HUNDRED;

    private boolean takes(double unit, double factor) {
      if (!Double.isNaN(unit)) {
        return takesUnit(unit);
      }
      return !Double.isNaN(factor) && takesFactor(factor);
    }

    private boolean takesUnit(double unit) {
      if (unit >= room) {
        return false;
      }
      group += unit;
      room = unit >= 2 * TEN ? TEN : 0;
      begun = true;
      return true;
    }

    private boolean takesFactor(double factor) {
      if (begun && group == 0) {
        return false;
      }
      group = Math.max(1, group) * factor;
      multiplier = factor;
      room = HUNDRED;
      begun = true;
      if (factor > HUNDRED) {
        total += group;
        group = 0;
      }
      return true;
    }
  }
}
