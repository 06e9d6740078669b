package dev.voxpop.survey.answer;

import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.instrument.item.Quantity;
import dev.voxpop.survey.answer.Evidence.Kind;

/**
 * The reading of displayed symbols: bracketed, marked or bare, and those joined to another one.
 *
 * <p>Words inside accepted texts are no symbols, nor is the pronoun I, nor the article A before an
 * option's text or an ordinary word. On numeric scales a number without brackets is a symbol only
 * when it is displayed and touches no option as a quantity.
 */
final class SymbolReader {
  private static final String LINKS = " /,&-()[]\"'";
  private static final String CONNECTORS = "/,&-";

  private final Reading reading;
  private final AnswerText text;
  private final SymbolShapes shapes;
  private final DisplayOrder order;

  private SymbolReader(Reading reading, SymbolShapes shapes, DisplayOrder order) {
    this.reading = reading;
    this.text = reading.text();
    this.shapes = shapes;
    this.order = order;
  }

  /** Notes all symbols, from left to right. */
  static void run(Reading reading, SymbolShapes shapes, DisplayOrder order) {
    SymbolReader reader = new SymbolReader(reading, shapes, order);
    for (int word = 0; word < reader.text.count(); word++) {
      int position = reading.is(word, Reading.MASKED) ? SymbolShapes.NONE : shapes.positionOf(word);
      if (position != SymbolShapes.NONE && (reader.counts(word, position) || reader.joins(word))) {
        reader.note(word, position);
      }
    }
  }

  private void note(int word, int position) {
    boolean shown = position < order.size();
    if (!shown && !shapes.isBracketed(word) && !shapes.isWhole(word)) {
      return;
    }
    reading.mark(word, Reading.SYMBOL);
    if (reading.is(word, Reading.DENIED)) {
      reading.deny(word, word + 1);
    } else if (shown) {
      reading.find(Kind.SYMBOL, order.originalAt(position), word, word + 1);
    } else {
      reading.find(Kind.UNKNOWN_SYMBOL, Evidence.NO_OPTION, word, word + 1);
    }
  }

  private boolean counts(int word, int position) {
    if (shapes.isBracketed(word)) {
      return shapes.isClosed(word) || !isArticle(word, position);
    }
    if (isAmountRather(position)) {
      return false;
    }
    if (shapes.isWhole(word)) {
      return true;
    }
    if (!shapes.isPlaced(word) || !shapes.isOwnCase(word) || shapes.isBareI(word)) {
      return false;
    }
    return shapes.isMarked(word) || isBare(word, position) || beginsList(word, position);
  }

  private boolean isBare(int word, int position) {
    if ((reading.scale().isNumeric() && isNumber()) || isArticle(word, position)) {
      return false;
    }
    if (reading.is(word, Reading.AFTER_CUE)) {
      return !isNumber() || endsHere(word) || reading.in(WordList.AFTER_LETTER, word + 1);
    }
    boolean clear = shapes.isUpper(word) && position > 0;
    return clear || endsHere(word) || reading.in(WordList.REASON, word + 1);
  }

  private boolean endsHere(int word) {
    return word + 1 == text.count()
        || text.gapHasMark(word + 1)
        || reading.is(word + 1, Reading.TEXT);
  }

  private boolean isAmountRather(int position) {
    if (!reading.scale().isNumeric() || !isNumber()) {
      return false;
    }
    boolean age = reading.scale().quantity().orElseThrow() == Quantity.AGE_IN_YEARS;
    Interval amount = Interval.point(position + 1.0);
    return position >= order.size() || (age && QuantityReader.touchesAny(reading.scale(), amount));
  }

  // "A Republican", "A friend told me", but not "A because", nor "A, certainly"
  private boolean isArticle(int word, int position) {
    if (position != 0 || isNumber() || word + 1 == text.count() || text.gapHasMark(word + 1)) {
      return false;
    }
    boolean ordinary =
        Character.isLowerCase(text.charAt(word + 1, 0))
            && !reading.in(WordList.AFTER_LETTER, word + 1);
    return ordinary || reading.is(word + 1, Reading.TEXT);
  }

  private boolean joins(int word) {
    if (!canJoin(word) || word == 0) {
      return false;
    }
    if (reading.in(WordList.JOINER, word - 1)) {
      return word > 1
          && reading.is(word - 2, Reading.SYMBOL)
          && text.gapOnly(word, LINKS)
          && text.gapOnly(word - 1, LINKS);
    }
    return reading.is(word - 1, Reading.SYMBOL) && connects(word);
  }

  // "A or B": neither is a symbol by itself, together they are
  private boolean beginsList(int word, int position) {
    int other = word + 2;
    return !isArticle(word, position)
        && other < text.count()
        && reading.in(WordList.JOINER, word + 1)
        && canJoin(other);
  }

  private boolean canJoin(int word) {
    int position = shapes.positionOf(word);
    return position != SymbolShapes.NONE
        && !reading.is(word, Reading.MASKED)
        && shapes.isOwnCase(word)
        && !shapes.isBareI(word)
        && !(reading.scale().isNumeric() && isNumber())
        && !isArticle(word, position);
  }

  private boolean connects(int gap) {
    if (!text.gapOnly(gap, LINKS)) {
      return false;
    }
    for (int i = 0; i < text.gapSize(gap); i++) {
      if (CONNECTORS.indexOf(text.gapAt(gap, i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isNumber() {
    return reading.symbol() == Symbol.NUMBER;
  }
}
